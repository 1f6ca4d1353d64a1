import type { Region } from '../../schema/base.ts';
import { placeWords } from '../../schema/lexicon/places.ts';
import type { Place } from '../../schema/record.ts';
import { cities, provinces, shortName } from './divisions.ts';
import { englishPlaces } from './english-names.ts';
import { type Found, mentionsOther, scanPlace } from './scan.ts';

/** What a source or a question says of a place, in whatever words. */
export type PlaceWords = Readonly<{
  province?: string | undefined;
  city?: string | undefined;
  district?: string | undefined;
  address?: string | undefined;
  name?: string | undefined;
}>;

const CACHE = 20_000;
/** No place name is longer; longer texts are not read. */
const LONGEST = 200;

/** Remembers answers: the same province and city words come back with every row of a list. */
const remembered = (of: (key: string) => string | null) => {
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

const clean = (text: string): string =>
  [...text.normalize('NFKC').trim()].map((char) => placeWords.traditional[char] ?? char).join('');

const only = (names: readonly string[]): string | null => (names.length === 1 ? (names[0] ?? null) : null);

const provinceByName = new Map([
  ...Object.entries(placeWords.corps),
  ...provinces.flatMap((name) => [name, shortName(name)].map((key) => [key, name] as const)),
]);

const readProvince = remembered((text) => {
  const words = clean(text);
  if (/[a-z]/i.test(words)) return only(englishPlaces(words, 'province'));
  const bare = words.replace(/\s+/g, '').replace(/^中国(?=.)/, '');
  return provinceByName.get(bare) ?? provinceByName.get(shortName(bare)) ?? null;
});

/** Official Chinese name of a province, municipality or region: 上海, Shanghai, 中国香港, Inner Mongolia … null when it is none. */
export const normaliseProvince = (text: string): string | null => readProvince(text);

const englishCity = (text: string, province: string | null): string | null => {
  const inProvince = (name: string) =>
    cities.some((city) => city.name === name && (province === null || city.province === province));
  const direct = only(englishPlaces(text, 'city').filter(inProvince));
  if (direct !== null || englishPlaces(text, 'city').some(inProvince)) return direct;
  const counties = englishPlaces(text, 'county');
  const around = cities.filter(
    (city) =>
      (province === null || city.province === province) && counties.some((name) => city.districts.has(name)),
  );
  return only(around.map((city) => city.name));
};

const cityByName = new Map<string, { name: string; province: string }[]>();
for (const city of cities) {
  for (const key of new Set([city.name, shortName(city.name)])) {
    cityByName.set(key, [...(cityByName.get(key) ?? []), city]);
  }
}

const readCity = remembered((key) => {
  const [text = '', within = ''] = key.split('\u0000');
  const province = within === '' ? null : within;
  const words = clean(text);
  if (/[a-z]/i.test(words)) return englishCity(words, province);
  const named =
    cityByName.get(words)?.filter((city) => province === null || city.province === province) ?? [];
  if (named.length > 0) return only(named.map((city) => city.name));
  return scanPlace(words, province === null ? {} : { province })?.city ?? null;
});

/**
 * Official Chinese name of a city (prefecture level; a municipality is its own city; 琼海市, 仙桃市 … stand directly below
 * their province; a county city such as 昆山 gives the city it belongs to). Ambiguous names (Suzhou) give null unless the province settles them.
 */
export const normaliseCity = (text: string, province?: string): string | null =>
  readCity(`${text}\u0000${(province === undefined ? null : normaliseProvince(province)) ?? ''}`);

const provincesOfCity = new Map<string, string[]>();
for (const city of cities) {
  provincesOfCity.set(city.name, [...(provincesOfCity.get(city.name) ?? []), city.province]);
}

const districtOf = (text: string, found: Found): Found => {
  const words = clean(text.slice(0, LONGEST));
  const read = [words, `${words}区`].map((one) => scanPlace(one, found)).find((one) => one !== null);
  return read?.district === undefined ? found : read;
};

/** The address may list several campuses; only what all of them agree on is the institution's place. */
const addressOf = (address: string, known: Found): Found => {
  const parts = clean(address.slice(0, 1000))
    .split(/[;；。\n]/)
    .flatMap((part) => scanPlace(part.replace(/^[^:：]{1,8}[:：]/, ''), known) ?? []);
  const agreed = (field: keyof Found) => {
    const values = new Set(parts.map((part) => part[field]));
    const [value] = values;
    return values.size === 1 && value !== undefined ? { [field]: value } : {};
  };
  return { ...agreed('province'), ...agreed('city'), ...agreed('district'), ...known };
};

/** A name counts only where it opens with a place's full form (深圳市…) and speaks of no other place (北京大学深圳医院). */
const nameOf = (name: string, known: Found): Found => {
  const words = clean(name.slice(0, LONGEST));
  const opening = words.match(/^.{2,12}?[省市区县州盟]/)?.[0];
  if (opening === undefined) return known;
  const read = scanPlace(words, known);
  return read === null || mentionsOther(words, read) ? known : { ...read, ...known };
};

const REGIONS: Readonly<Record<string, Region>> = {
  香港特别行政区: 'hong-kong',
  澳门特别行政区: 'macau',
  台湾省: 'taiwan',
};

const stated = (words: PlaceWords): Found => {
  const { province: provinceWords = '', city: cityWords = '' } = words;
  const fromCity = cityWords === '' ? null : normaliseProvince(cityWords);
  const named = (provinceWords === '' ? null : normaliseProvince(provinceWords)) ?? undefined;
  const city = (cityWords === '' ? null : normaliseCity(cityWords, named)) ?? undefined;
  const around = city === undefined ? [] : (provincesOfCity.get(city) ?? []);
  const special = fromCity !== null && fromCity in REGIONS ? fromCity : undefined;
  const province = named ?? (around.length === 1 ? around[0] : undefined) ?? special;
  const inside =
    city === undefined || city === fromCity
      ? undefined
      : scanPlace(clean(cityWords), { city, ...(province && { province }) });
  return {
    ...(province !== undefined && { province }),
    ...(city !== undefined && { city }),
    ...(inside?.district !== undefined && { district: inside.district }),
  };
};

const deepened = (found: Found): Found =>
  found.city === undefined && found.province !== undefined && provincesOfCity.has(found.province)
    ? { ...found, city: found.province }
    : found;

/**
 * Where an institution stands: official Chinese names, read from the words given and, where they are silent, from what is
 * printed at the start of the address or the name. Nothing is guessed: what is not printed or not unique stays open.
 */
export const placeOf = (words: PlaceWords): Place => {
  let found = deepened(stated(words));
  if (words.district !== undefined && words.district !== '') found = districtOf(words.district, found);
  if (words.address !== undefined && words.address !== '') found = addressOf(words.address, found);
  if (found.city === undefined && words.name !== undefined && words.name !== '')
    found = nameOf(words.name, found);
  const place = deepened(found);
  return {
    region: REGIONS[place.province ?? ''] ?? 'mainland',
    ...place,
    ...(words.address !== undefined && words.address !== '' && { address: words.address }),
  };
};
