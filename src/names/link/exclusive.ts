import { nameKeys } from '../../name-keys/keys.ts';
import type { AddressKey } from '../../places/address-key.ts';
import { linkModel } from './link-model.ts';
import { isSmall, type LinkName, saysWhose } from './link-name.ts';
import type { LinkRow } from './link-profile.ts';

/**
 * What an institution has one of at a time, each as "kind value": province, city, number, row of a complete list, ordinal; with them its names, and
 * those that a list says are not its own (is, not). Two
 * records, or groups of records, that state a kind and share no value of it are two institutions, whatever their names.
 */
export type Exclusive = readonly string[];

/** Numbers of which another value means another institution; a hospital of several campuses has several insurance codes. */
const ONE_EACH: ReadonlySet<string> = new Set(['licence-number', 'uscc', 'org-code', 'trial-filing']);

/** The scheme of a number ("scheme value") of which an institution has one; null for other numbers. */
export const schemeOfOne = (number: string): string | null => {
  const scheme = number.slice(0, number.indexOf(' '));
  return ONE_EACH.has(scheme) ? scheme : null;
};

/** Two names on one complete list are two institutions; one name on two rows of it is a hospital with two addresses. */
const listedAs = ({ source, record }: LinkRow): string =>
  `list:${source} ${nameKeys(record.names[0]?.value ?? '').full}`;

/** Numbers that no city reaches: 哈尔滨二四二医院 is called by the number of the works that founded it. */
const CODES = 100;

/** The second people's hospital of a city, university or army is not its first. Each counts for itself. */
const ordinalOf = ({ parts, series, parent, core, kind }: LinkName): readonly string[] =>
  parts === null || parts.ordinal === null || parts.ordinal > CODES || kind !== 'legal' || series === 'army'
    ? []
    : [`ordinal:${series}:${parent}:${core}:${parts.places.join()} ${parts.ordinal}`];

/**
 * The house of a clinic or station, of which a town has several of one name; the district of a hospital whose name many bear and which
 * says neither where nor whose it is.
 */
const sitesOf = (
  names: readonly LinkName[],
  districts: readonly string[],
  houses: readonly AddressKey[],
): readonly string[] => {
  const legal = names.filter(({ kind }) => kind === 'legal');
  if (legal.length === 0) return [];
  if (legal.every(isSmall) && houses.length > 0)
    return houses.map(({ road, number }) => `house ${road} ${number}`);
  const common = legal.every((name) => isSmall(name) || !saysWhose(name, linkModel.commonCores));
  return common ? districts.map((one) => `district ${one}`) : [];
};

type Stated = Readonly<{
  rows: readonly LinkRow[];
  names: readonly LinkName[];
  provinces: readonly string[];
  cities: readonly string[];
  districts: readonly string[];
  houses: readonly AddressKey[];
}>;

/** All that keeps a record apart from others. */
export const exclusiveOf = ({ rows, names, provinces, cities, districts, houses }: Stated): Exclusive => {
  const numbers = rows.flatMap(({ record }) =>
    record.identifiers
      .filter(({ scheme }) => ONE_EACH.has(scheme))
      .map(({ scheme, value }) => `number:${scheme} ${value}`),
  );
  return [
    ...new Set([
      ...provinces.map((one) => `province ${one}`),
      ...cities.map((one) => `city ${one}`),
      ...numbers,
      ...rows.filter(({ listed }) => listed).map(listedAs),
      ...names.flatMap(ordinalOf),
      ...sitesOf(names, districts, houses),
      ...names.filter(({ kind }) => kind === 'legal').map(({ full }) => `is ${full}`),
      ...rows.flatMap(({ record }) => (record.notSameAs ?? []).map((name) => `not ${nameKeys(name).full}`)),
    ]),
  ].sort();
};

const kindOf = (one: string): string => one.slice(0, one.indexOf(' '));

/** One of them says of the other's name that it is not the same. */
const denies = (a: Exclusive, b: Exclusive): boolean =>
  a.some((one) => one.startsWith('not ') && b.includes(`is ${one.slice('not '.length)}`));

/** The licence number names one licensed institution: lists that agree in it and differ in another number contradict each other. */
const LICENCE = 'number:licence-number ';

/** The first kind of which both state a value and share none ("city", "number:uscc" …); null where nothing keeps the two apart. */
export const exclusiveConflict = (a: Exclusive, b: Exclusive): string | null => {
  if (denies(a, b) || denies(b, a)) return 'not-same';
  const theirs = Map.groupBy(b, kindOf);
  const licensed = a.some((one) => one.startsWith(LICENCE) && b.includes(one));
  for (const [kind, values] of Map.groupBy(a, kindOf)) {
    if (kind === 'is' || kind === 'not' || (licensed && kind.startsWith('number:'))) continue;
    const others = theirs.get(kind);
    if (others !== undefined && !values.some((one) => others.includes(one))) return kind;
  }
  return null;
};
