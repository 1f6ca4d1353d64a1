import type { LinkName } from './link-name.ts';
import type { LinkProfile } from './link-profile.ts';

/** Where a record stands, for keys that say little without it: its cities, or its province where no row says a city. */
const placesOf = ({ cities, provinces }: LinkProfile): readonly string[] =>
  cities.length > 0 ? cities : provinces;

/** Keys of a name that say nothing alone; they hold within a place. */
const wordsOf = (name: LinkName): readonly string[] => {
  const { parts, parent, stem, bareStem, core } = name;
  if (parts === null) return [];
  const sorts = [
    ...parts.kinds.filter((kind) => kind !== 'affiliated' && kind !== 'people'),
    ...parts.specialties,
  ].join(',');
  return [
    `s ${stem}`,
    ...(bareStem === stem || bareStem.length < 3 ? [] : [`s ${bareStem}`]),
    ...(core.length > 1 ? [`c ${core}`] : []),
    ...(parent === '' ? [] : [`p ${parent} ${parts.ordinal ?? ''} ${parts.specialties.join()}`]),
    ...(core === '' && (parts.ordinal !== null || sorts !== '') ? [`k ${parts.ordinal ?? ''} ${sorts}`] : []),
  ];
};

const ofProvince = (
  { stem, core, parent, parts }: LinkName,
  provinces: readonly string[],
): readonly string[] =>
  core.length > 1 || parent !== ''
    ? provinces.map((province) => `t ${parent} ${stem} ${parts?.ordinal ?? ''} @${province}`)
    : [];

/** The key that all records share which bear this whole name. */
export const nameBlock = (full: string): string => `n ${full}`;

/**
 * Keys under which a record is compared with others: whole names, then words, houses and numbers. Two records that share none are
 * never compared.
 */
export const blockKeys = (profile: LinkProfile): readonly string[] => {
  const places = placesOf(profile);
  const within = (keys: readonly string[]): readonly string[] =>
    keys.flatMap((key) => places.map((place) => `${key} @${place}`));
  return [
    ...new Set([
      ...profile.names.map(({ full }) => nameBlock(full)),
      ...profile.names.filter(({ kind }) => kind !== 'alias').flatMap((name) => within(wordsOf(name))),
      // A row without a city is looked for in all of its province.
      ...profile.names
        .filter(({ kind }) => kind === 'legal')
        .flatMap((name) => ofProvince(name, profile.provinces)),
      ...within(profile.houses.map(({ road, number }) => `a ${road.slice(-2)} ${number}`)),
      ...profile.numbers.map((number) => `i ${number}`),
      ...profile.domains.map((domain) => `w ${domain}`),
    ]),
  ];
};
