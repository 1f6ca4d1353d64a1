import { isGenericZh } from '../../src/name-keys/generic-words.ts';
import { canonicalZh, nameKeys, withoutParent } from '../../src/name-keys/keys.ts';
import { presentUniversity } from '../../src/name-keys/universities.ts';
import { splitJoinedNames } from '../../src/names/index/joined-names.ts';
import { leadingPlace } from '../../src/places/place-names.ts';
import { shortName } from '../../src/places/short-name.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { type Labelled, ownerOf, type Row, sameHospital } from './rows.ts';

/** Which records a labelled question may be answered with. */
export type Truth = Readonly<{
  /** Records of the hospital that is meant: every row of the list that is this hospital. */
  meant: (one: Labelled) => ReadonlySet<string>;
  /** Whether this name is registered (there, but for its places), and only by hospitals that are not meant: no fair question. */
  anothers: (one: Labelled) => boolean;
  /** Where the meant one stands, as a user might say beside the name. */
  place: (one: Labelled) => Readonly<{ province?: string; city?: string }>;
}>;

const LEVELS = ['', 'province', 'city', 'district'] as const;

/** Of one hospital written twice: 精神病院 and 精神病医院, 红十字会医院 and 红十字医院. */
const inOneWord = (text: string): string =>
  text
    .replace(/(?<=病|防治|保健|康复)医院$/u, '院')
    .replace(/红十字会/gu, '红十字')
    .replace(/(?<!社区)卫生服务中心/gu, '社区卫生服务中心');

/**
 * A name without repeated, affixed or renamed-in-place places: 榕城区榕城区人民医院, 揭阳市榕城区人民医院 and 榕城县人民医院 are 榕城人民医院. A
 * county that bears its prefecture's name keeps its level (阜新县 is not 阜新市).
 */
const plain = (value: string): Readonly<{ place: string; rest: string; level: number }> => {
  let rest = inOneWord(canonicalZh(value));
  let place = '';
  let level = 0;
  let city = '';
  for (let found = leadingPlace(rest); found !== null; found = leadingPlace(rest)) {
    const after = rest.slice(found.length).replace(/^[市区县旗](?!立|级)/u, '');
    if (/^(?:医院|院|$)/u.test(after) && level === 0 && !found.place.full) break;
    place = shortName(rest.slice(0, found.length));
    if (found.place.level < 3) city = place;
    level = found.place.level;
    if (level === 3 && (place === city || place === shortName(found.place.city ?? '')))
      place += rest.charAt(place.length);
    rest = after;
  }
  return { place: `${place}${LEVELS[level]}`, rest, level };
};

/** The body a name says it belongs to, as it is called today, and the hospital's own name. */
const apart = (value: string): readonly [string, string] => {
  const text = canonicalZh(value);
  const own = withoutParent(text);
  const parent = text.slice(0, text.length - own.length).replace(/附属$/u, '');
  return [presentUniversity(parent.replace(/^.*(?=解放军)/u, '')), own];
};

/** What rows of one city share when their names are the same but for places and parent. A distinctive name may leave both out. */
const cityKey = (value: string, city: string): string => {
  const [parent, own] = apart(value);
  const { place, rest, level } = plain(own);
  if (!isGenericZh(rest)) return `${level < 3 ? '' : place}|${rest}@${city}`;
  return `${parent}${place}|${rest}@${city}`;
};

type Bearers = Map<string, Map<string, Set<string>>>;

/** Under each key the rows by parent: two universities' 中山医院 of one city are two, one university's and nobody's are one. */
const bearersInCities = (rows: readonly NameRow[]): Bearers => {
  const out: Bearers = new Map();
  for (const row of rows) {
    if (row.city === null || row.language !== 'zh') continue;
    for (const name of [row.value, ...splitJoinedNames(row.value)]) {
      const key = cityKey(name, row.city);
      const [parent] = key.startsWith('|') ? apart(name) : [''];
      const byParent = out.get(key) ?? new Map<string, Set<string>>();
      byParent.set(parent, (byParent.get(parent) ?? new Set()).add(row.institution));
      out.set(key, byParent);
    }
  }
  return out;
};

/** A distinctive name that stands in one district only is the same with and without the district. */
const districtless = (groups: Map<string, Set<string>>): void => {
  const districts = new Map<string, string[]>();
  for (const key of groups.keys()) {
    const [place = '', rest = ''] = key.split('|');
    if (place.endsWith('district') && !isGenericZh(rest.split('@')[0] ?? ''))
      districts.set(`|${rest}`, [...(districts.get(`|${rest}`) ?? []), key]);
  }
  for (const [key, [only, ...more]] of districts) {
    const bare = groups.get(key);
    if (bare === undefined || only === undefined || more.length > 0) continue;
    for (const one of groups.get(only) ?? []) bare.add(one);
  }
};

const groupsInCities = (rows: readonly NameRow[]): Map<string, Set<string>> => {
  const groups = new Map<string, Set<string>>();
  for (const [key, byParent] of bearersInCities(rows)) {
    const parents = [...byParent.keys()].filter((one) => one !== '');
    if (parents.length < 2) groups.set(key, new Set([...byParent.values()].flatMap((ids) => [...ids])));
    else for (const [parent, ids] of byParent) groups.set(`${parent}${key}`, ids);
  }
  districtless(groups);
  return groups;
};

/** Who is one with whom. */
const united = (groups: readonly (readonly string[])[]): ((id: string) => ReadonlySet<string>) => {
  const of = new Map<string, Set<string>>();
  for (const group of groups) {
    const all = new Set(group.flatMap((id) => [id, ...(of.get(id) ?? [])]));
    for (const id of all) of.set(id, all);
  }
  return (id) => of.get(id) ?? new Set([id]);
};

const bearersOf = (rows: readonly NameRow[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const out = new Map<string, Set<string>>();
  for (const row of rows)
    for (const key of [nameKeys(row.value).full, `${nameKeys(row.value).full}@${row.province}`])
      out.set(key, (out.get(key) ?? new Set()).add(row.institution));
  return out;
};

/** Groups of one hospital's names, as the records of each province that bear them. */
const groupsByName = (
  rows: readonly NameRow[],
  bearers: ReadonlyMap<string, ReadonlySet<string>>,
): string[][] => {
  const provinces = [...new Set(rows.map((row) => row.province))];
  return sameHospital().flatMap((names) =>
    provinces.map((province) =>
      names.flatMap((name) => [...(bearers.get(`${nameKeys(name).full}@${province}`) ?? [])]),
    ),
  );
};

/** Pairs of rows of a list that share a telephone: name_a, name_b, province. */
const pairsOf = (duplicates: readonly Row[]): string[][] =>
  duplicates.map((row) => [
    ownerOf(row.name_a ?? '', row.province ?? null),
    ownerOf(row.name_b ?? '', row.province ?? null),
  ]);

/**
 * The truth of a base list. One hospital that stands on it several times is one: rows that bear the target's name in its province,
 * rows of one city whose names differ in their places only, rows that a shipped list says are one hospital's names, and pairs
 * of `duplicates` when given.
 */
export const truthOf = (rows: readonly NameRow[], duplicates: readonly Row[] = []): Truth => {
  const bearers = bearersOf(rows);
  const inCities = groupsInCities(rows);
  const one = united([
    ...[...inCities.values()].map((ids) => [...ids]),
    ...groupsByName(rows, bearers),
    ...pairsOf(duplicates),
  ]);
  const places = new Map(rows.toReversed().map((row) => [row.institution, row]));
  const meant = ({ target, province }: Labelled): ReadonlySet<string> => {
    const key = nameKeys(target).full;
    const named = (province === null ? undefined : bearers.get(`${key}@${province}`)) ?? bearers.get(key);
    return new Set([...(named ?? [])].flatMap((id) => [...one(id)]));
  };
  return {
    meant,
    anothers: (asked) => {
      const right = meant(asked);
      const towns = new Set([...right].map((id) => places.get(id)?.city ?? ''));
      const holders = [
        ...(bearers.get(nameKeys(asked.query).full) ?? []),
        ...[...towns].flatMap((town) => [...(inCities.get(cityKey(asked.query, town)) ?? [])]),
      ];
      return holders.length > 0 && !holders.some((id) => right.has(id));
    },
    place: (asked) => {
      const [id = ''] = meant(asked);
      const row = places.get(id);
      return {
        ...(row?.province == null ? {} : { province: row.province }),
        ...(row?.city == null ? {} : { city: row.city }),
      };
    },
  };
};
