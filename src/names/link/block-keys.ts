import { armyCode, type LinkName } from './link-name.ts';
import type { LinkProfile } from './link-profile.ts';

/** Where a record stands, for keys that say little without it: its cities, or its province where no row says a city. */
const placesOf = ({ cities, provinces }: LinkProfile): readonly string[] =>
  cities.length > 0 ? cities : provinces;

/** Keys of a name that say nothing alone; they hold within a place. */
const wordsOf = (name: LinkName): readonly string[] => {
  const { parts, parent, stem, bareStem, core } = name;
  if (parts === null) return [];
  const code = armyCode(name);
  const sorts = [
    ...parts.kinds.filter((kind) => kind !== 'affiliated' && kind !== 'people'),
    ...parts.specialties,
  ].join(',');
  return [
    `s ${stem}`,
    ...(bareStem === stem || bareStem.length < 3 ? [] : [`s ${bareStem}`]),
    ...(core.length > 1 ? [`c ${core}`] : []),
    ...(code === null ? [] : [`q ${code}`]),
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

const HALF = 2 ** 24;

/**
 * A number of 48 bits that stands for a key, so that millions of keys take little room: the upper halves of two products over its
 * characters. A digest that nobody can aim at would cost ten times as much, and two keys that meet are only compared once more.
 */
const numberOf = (key: string): number => {
  let [one, other] = [0x811c9dc5, 0x2f0b4c47];
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul((other ^ (other >>> 15)) + code, 0x2c9277b5);
  }
  return ((one ^ (one >>> 15)) >>> 8) * HALF + (other >>> 8);
};

const wholeName = (full: string): string => `n ${full}`;

/** The key that all records share which bear this whole name. */
export const nameBlock = (full: string): number => numberOf(wholeName(full));

/**
 * Keys under which a record is compared with others, as numbers: whole names, then words, houses and numbers. Two records that share none
 * are never compared.
 */
export const blockKeys = (profile: LinkProfile): readonly number[] => {
  const places = placesOf(profile);
  const within = (keys: readonly string[]): readonly string[] =>
    keys.flatMap((key) => places.map((place) => `${key} @${place}`));
  return [
    ...new Set([
      ...profile.names.map(({ full }) => wholeName(full)),
      ...profile.names.filter(({ kind }) => kind !== 'alias').flatMap((name) => within(wordsOf(name))),
      // A row without a city is looked for in all of its province.
      ...profile.names
        .filter(({ kind }) => kind === 'legal')
        .flatMap((name) => ofProvince(name, profile.provinces)),
      ...within(profile.houses.map(({ road, number }) => `a ${road.slice(-2)} ${number}`)),
      ...profile.numbers.map((number) => `i ${number}`),
      ...profile.domains.map((domain) => `w ${domain}`),
    ]),
  ].map(numberOf);
};
