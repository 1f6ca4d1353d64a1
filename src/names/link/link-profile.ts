import type { InstitutionRecord, Name } from '../../../schema/record.ts';
import { type AddressKey, addressKeys } from '../../places/address-key.ts';
import { siteOf, webPlaceOf } from '../../text/web-domains.ts';
import { type Exclusive, exclusiveOf } from './exclusive.ts';
import { type LinkName, linkName, type Standing } from './link-name.ts';
import { separateNames } from './one-spelling.ts';

/** A row as linking sees it: what it states, and how its list stands. */
export type LinkRow = Readonly<{
  source: string;
  record: Pick<InstitutionRecord, 'names' | 'identifiers' | 'place' | 'traits' | 'notSameAs'>;
  /** An authority's list. */
  official: boolean;
  /** The row stands now on a list that is complete: two such rows are two institutions. */
  listed: boolean;
}>;

/** All that linking compares of one record: what its rows say of names, place, addresses and numbers. */
export type LinkProfile = Readonly<{
  id: string;
  names: readonly LinkName[];
  provinces: readonly string[];
  cities: readonly string[];
  districts: readonly string[];
  houses: readonly AddressKey[];
  /** "scheme value" of every number. */
  numbers: readonly string[];
  /** What keeps it apart from others, whatever their names. */
  exclusive: Exclusive;
  sources: readonly string[];
  domains: readonly string[];
  official: boolean;
}>;

/** Names of one record that are compared; more of them are spellings of spellings. */
const MOST_NAMES = 16;
const KINDS = ['legal', 'second', 'former', 'english', 'alias'] as const;

const distinct = (values: readonly (string | undefined)[]): readonly string[] => {
  const given = values.filter((one) => one !== undefined);
  return given.length < 2 ? given : [...new Set(given)].sort();
};

const MUNICIPALITY = /^(?:北京|上海|天津|重庆)市$|特别行政区$/u;
const cityOf = ({ record: { place } }: LinkRow): string | undefined =>
  place?.city ??
  (place?.province !== undefined && MUNICIPALITY.test(place.province) ? place.province : undefined);

/** A name without a citation is evidence of nothing: only the one that a row is called by links it, never an alias or a former name. */
const mayLink = ({ uncited, kind }: Name): boolean => uncited === undefined || kind === 'legal';

const namesOf = (rows: readonly LinkRow[], standing: Standing): readonly LinkName[] => {
  const found = new Map<string, { name: Name; official: boolean }>();
  const order = rows.flatMap(({ record, official }) =>
    record.names
      .filter(mayLink)
      .flatMap((name) => separateNames(name.value).map((value) => ({ name: { ...name, value }, official }))),
  );
  for (const one of order) {
    const key = one.name.value;
    const known = found.get(key);
    const better = known === undefined || KINDS.indexOf(one.name.kind) < KINDS.indexOf(known.name.kind);
    if (better) found.set(key, { name: one.name, official: one.official || (known?.official ?? false) });
  }
  return [...found.values()]
    .toSorted(
      (a, b) =>
        KINDS.indexOf(a.name.kind) - KINDS.indexOf(b.name.kind) ||
        Number(b.official) - Number(a.official) ||
        (a.name.value < b.name.value ? -1 : 1),
    )
    .slice(0, MOST_NAMES)
    .map(({ name, official }) => linkName(name.value, name.kind, official, standing));
};

/** Every number of a record's rows, as "scheme value". */
export const numbersOf = (rows: readonly LinkRow[]): LinkProfile['numbers'] =>
  distinct(rows.flatMap(({ record }) => record.identifiers.map(({ scheme, value }) => `${scheme} ${value}`)));

/** The profile of one record from all its rows, in any order. */
export const linkProfile = (id: string, rows: readonly LinkRow[]): LinkProfile => {
  const houses = new Map<string, AddressKey>();
  for (const { record } of rows)
    for (const house of addressKeys(record.place?.address ?? ''))
      houses.set(`${house.road} ${house.number}`, house);
  const provinces = distinct(rows.map(({ record }) => record.place?.province));
  const cities = distinct(rows.map(cityOf));
  const names = namesOf(rows, { provinces, cities });
  const districts = distinct(rows.map(({ record }) => record.place?.district));
  const websites = rows.map(({ record: { traits } }) =>
    traits?.website === undefined ? undefined : webPlaceOf(traits.website)?.host,
  );
  return {
    id,
    names,
    provinces,
    cities,
    districts,
    houses: [...houses.values()],
    exclusive: exclusiveOf({ rows, names, provinces, cities, districts, houses: [...houses.values()] }),
    numbers: numbersOf(rows),
    sources: distinct(rows.map(({ source }) => source)),
    domains: distinct(websites.map((host) => (host === undefined ? undefined : siteOf(host).site))),
    official: rows.some(({ official }) => official),
  };
};
