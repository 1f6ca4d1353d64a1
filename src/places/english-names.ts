import { englishPlaceNames, otherReadings } from '../../schema/lexicon/places.ts';
import { isOneSlip } from '../text/edit-distance.ts';
import { plainSyllables, syllables } from '../text/pinyin.ts';
import { cyrillicLetters, inCyrillic } from './cyrillic.ts';
import { cities, provinces } from './divisions.ts';
import { placeTitle } from './english-title.ts';
import { shortName } from './short-name.ts';

const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');

/**
 * Every way a place is spelled in Latin letters, without spaces: the pinyin of its official reading first, the plain reading of its
 * characters (六安: luan and liuan), its English name (hohhot) and further ones of the list; last as Russian writes it (луань).
 */
const spellingsOf = (name: string): readonly string[] => {
  const short = shortName(name);
  const read = [syllables(short).join(''), plainSyllables(short).join('')];
  const all = [...read, placeTitle(name), ...(otherReadings()[name] ?? [])].map(lettersOf);
  const cyrillic = inCyrillic(syllables(short)) ?? '';
  return [...new Set([...all, cyrillic])].filter((spelling) => spelling !== '');
};

const tableOf = (names: Iterable<string>, fixed: Readonly<Record<string, string>>) => {
  const table = new Map<string, readonly string[]>();
  const all = [...names].map((name) => ({ name, spellings: spellingsOf(name) }));
  const enter = (key: string, name: string): void => {
    const before = table.get(key) ?? [];
    if (!before.includes(name)) table.set(key, [...before, name]);
  };
  for (const { name, spellings } of all) enter(spellings[0] ?? '', name);
  // A further spelling never takes a place's own one away: Lishui is 丽水, not 溧水.
  const own = new Set(table.keys());
  for (const { name, spellings } of all)
    for (const spelling of spellings.slice(1)) if (!own.has(spelling)) enter(spelling, name);
  for (const [key, name] of Object.entries(fixed)) table.set(key, [name]);
  // Of places spelled alike the more populous comes first.
  for (const [key, first] of Object.entries(englishPlaceNames().larger)) {
    const names = table.get(key) ?? [];
    if (names.includes(first)) table.set(key, [first, ...names.filter((one) => one !== first)]);
  }
  return table;
};

let tables: Readonly<Record<'province' | 'city' | 'county', ReadonlyMap<string, readonly string[]>>> | null =
  null;

/** Built on the first English name, not at start: it costs some ten milliseconds. */
const built = () => {
  tables ??= {
    province: tableOf(provinces(), englishPlaceNames().provinces),
    city: tableOf(
      cities().map((city) => city.name),
      englishPlaceNames().cities,
    ),
    county: tableOf(
      cities().flatMap((city) => [...city.districts].filter((name) => name.endsWith('市'))),
      {},
    ),
  };
  return tables;
};

const SUFFIXES =
  /\b(new area|county|the|province|prov|municipality|city|prefecture|autonomous|region|sar|special|administrative|district|china|prc|pr|p\.?r\.?)\b/g;

/** The letters of an English place name without the words for levels and the country: "Pudong New Area, China" → pudong. */
const keyOf = (text: string): string =>
  cyrillicLetters(text) ||
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(SUFFIXES, ' ')
    .replace(/[^a-z]/g, '');

const APOSTROPHE = /['’ʼ]/u;

/** Whether a place may be spelled with the apostrophes that a text has: one parts syllables, so that Jin'an is 金安 or 晋安, and not 济南. */
const isPartedAs = (text: string): ((name: string) => boolean) => {
  if (!APOSTROPHE.test(text)) return () => true;
  const ends = (parts: readonly string[]) => parts.map((_, at) => parts.slice(0, at + 1).join(''));
  const asked = ends(text.split(APOSTROPHE).map(keyOf));
  return (name) =>
    [syllables, plainSyllables].some((read) => {
      const own = ends(read(shortName(name)));
      return asked.every((one) => own.includes(one));
    });
};

/** Official Chinese names an English place name can stand for: none, one, or several (Suzhou, Taizhou, Fuzhou …). */
export const placesSpelled = (text: string, level: 'province' | 'city' | 'county'): readonly string[] => {
  const key = keyOf(text);
  return key === '' ? [] : (built()[level].get(key) ?? []).filter(isPartedAs(text));
};

/** Whether a text is nothing but words for levels and the country: "PR China". Letters of another script are words: Сидней, 서울. */
export const namesNoPlace = (text: string): boolean =>
  keyOf(text) === '' && !/[^\p{Script=Latin}\P{L}]/u.test(text);

/** Letters that a mistyped place has at least: of shorter ones too many are a letter apart. */
const SHORTEST_MISTYPED = 5;

/**
 * The provinces and cities whose English spelling is one letter away from what was typed, or two neighbouring letters exchanged
 * (Bejing, Shangahi); official Chinese names, none for a text of fewer than five letters.
 */
export const placesMistyped = (text: string): readonly string[] => {
  const typed = keyOf(text);
  if (typed.length < SHORTEST_MISTYPED) return [];
  const { province, city } = built();
  const near = [...city, ...province].filter(([key]) => isOneSlip(typed, key));
  return [...new Set(near.flatMap(([, names]) => names))];
};

const seen = new Map<string, readonly string[]>();
const MOST_SEEN = 50_000;

/** Official Chinese names of the provinces, else of the prefectures, an English word can stand for (Suzhou is two). */
export const provincesOrCitiesSpelled = (word: string): readonly string[] => {
  const known = seen.get(word);
  if (known !== undefined) return known;
  const named = placesSpelled(word, 'province');
  const found = named.length > 0 ? named : placesSpelled(word, 'city');
  if (seen.size < MOST_SEEN) seen.set(word, found);
  return found;
};

type County = Readonly<{ name: string; city: string }>;
let counties: ReadonlyMap<string, readonly County[]> | null = null;

/** Built when first asked for, as the tables above. */
const countiesBySpelling = (): ReadonlyMap<string, readonly County[]> => {
  counties ??= Map.groupBy(
    cities().flatMap((city) => [...city.districts].map((name) => ({ name, city: city.name }))),
    ({ name }) => spellingsOf(name)[0] ?? '',
  );
  return counties;
};

/** Whether two or more counties, districts or towns of a prefecture are spelled so: Tongjiang is 通江县 and 同江市. */
export const isSharedByCounties = (letters: string): boolean =>
  (countiesBySpelling().get(letters)?.length ?? 0) > 1;

/** Names of counties, districts and towns that an English name can stand for: Haidian, Pudong New Area. */
export const countiesSpelled = (text: string): readonly string[] =>
  (countiesBySpelling().get(keyOf(text)) ?? []).map(({ name }) => name);

/** Cities, and counties, districts and towns with the city they lie in, that an English name can stand for: Lishui is 丽水市, and 溧水区 of 南京市. */
export const townsSpelled = (text: string): readonly County[] => {
  const isParted = isPartedAs(text);
  const towns = countiesBySpelling().get(keyOf(text)) ?? [];
  return [
    ...placesSpelled(text, 'city').map((name) => ({ name, city: name })),
    ...towns.filter(({ name }) => isParted(name)),
  ];
};

/**
 * The cities that have a county, district or town spelled so in Latin letters (`letters`) and, where `written` is not null, with this short name in
 * Chinese: putuo and 普陀 give 上海市 and 舟山市. `ends`: how its full name may end ("" for anyhow). Official Chinese names, each once.
 */
export const citiesWithCounty = (letters: string, written: string | null, ends = ''): readonly string[] => [
  ...new Set(
    (countiesBySpelling().get(letters) ?? [])
      .filter(({ name }) => written === null || shortName(name) === written)
      .filter(({ name }) => ends === '' || ends.includes(name.charAt(name.length - 1)))
      .map(({ city }) => city),
  ),
];
