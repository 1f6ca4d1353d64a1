import { placeWords } from '../../schema/lexicon/places.ts';
import { late } from '../text/remembered.ts';
import { cities, provinces } from './divisions.ts';
import { placesSpelled } from './english-names.ts';
import { scanPlace } from './scan-address.ts';
import { shortName } from './short-name.ts';

/** Letters that a place is spelled in: Latin ones, and Russian ones. */
const LETTERS = /[a-zа-яё]/iu;

const CACHE = 20_000;
/** No place name is longer; of longer texts only so much is read. */
export const LONGEST = 200;

/** Keeps answers: the same province and city words come back with every row of a list. */
const memoised = (of: (key: string) => string | null) => {
  const cache = new Map<string, string | null>();
  return (key: string): string | null => {
    if (key.length > LONGEST) return null;
    const kept = cache.get(key);
    if (kept !== undefined) return kept;
    const value = of(key);
    if (cache.size >= CACHE) cache.clear();
    cache.set(key, value);
    return value;
  };
};

/** Full width folded, traditional characters of place names made simplified. */
export const foldPlace = (text: string): string =>
  [...text.normalize('NFKC').trim()].map((char) => placeWords.traditional[char] ?? char).join('');

const only = (names: readonly string[]): string | null => (names.length === 1 ? (names[0] ?? null) : null);

const provinceByName = late(
  () =>
    new Map([
      ...Object.entries(placeWords.corps),
      ...provinces().flatMap((name) => [name, shortName(name)].map((key) => [key, name] as const)),
    ]),
);

const readProvince = memoised((text) => {
  const words = foldPlace(text);
  if (LETTERS.test(words)) return only(placesSpelled(words, 'province'));
  const bare = words.replace(/\s+/g, '').replace(/^中国(?=.)/, '');
  return provinceByName().get(bare) ?? provinceByName().get(shortName(bare)) ?? null;
});

/** Official Chinese name of a province, municipality or region: 上海, Shanghai, 中国香港, Inner Mongolia … null when it is none. */
export const normaliseProvince = (text: string): string | null => readProvince(text);

const englishCity = (text: string, province: string | null): string | null => {
  const inProvince = (name: string) =>
    cities().some((city) => city.name === name && (province === null || city.province === province));
  const direct = only(placesSpelled(text, 'city').filter(inProvince));
  if (direct !== null || placesSpelled(text, 'city').some(inProvince)) return direct;
  const counties = placesSpelled(text, 'county');
  const around = cities().filter(
    (city) =>
      (province === null || city.province === province) && counties.some((name) => city.districts.has(name)),
  );
  return only(around.map((city) => city.name));
};

const cityByName = late(() => {
  const found = new Map<string, readonly Readonly<{ name: string; province: string }>[]>();
  for (const city of cities())
    for (const key of new Set([city.name, shortName(city.name)]))
      found.set(key, [...(found.get(key) ?? []), city]);
  return found;
});

const readCity = memoised((key) => {
  const [text = '', within = ''] = key.split('\u0000');
  const province = within === '' ? null : within;
  const words = foldPlace(text);
  if (LETTERS.test(words)) return englishCity(words, province);
  const named =
    cityByName()
      .get(words)
      ?.filter((city) => province === null || city.province === province) ?? [];
  if (named.length > 0) return only(named.map((city) => city.name));
  return scanPlace(words, province === null ? {} : { province })?.city ?? null;
});

/**
 * Official Chinese name of a city (prefecture level; a municipality is its own city; 琼海市, 仙桃市 … stand directly below
 * their province; a county city such as 昆山 gives the city it belongs to). Ambiguous names (Suzhou) give null unless the province settles them.
 */
export const normaliseCity = (text: string, province?: string): string | null =>
  readCity(`${text}\u0000${(province === undefined ? null : normaliseProvince(province)) ?? ''}`);
