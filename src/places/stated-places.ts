import { placeShortForms, placeWords } from '../../schema/lexicon/places.ts';
import { hasHan, simplify } from '../text/han.ts';
import { late } from '../text/remembered.ts';
import { aroundDistrict, aroundFormer, type StatedPlace } from './around-district.ts';
import { cities, divisions } from './divisions.ts';
import { namesNoPlace, placesMistyped, placesSpelled } from './english-names.ts';
import { placesOfInitials } from './initials.ts';
import { foldPlace, LONGEST, normaliseCity, normaliseProvince } from './normalise-place.ts';

/** What the words beside a name say of where it stands. */
export type StatedPlaces = Readonly<{
  /** None where nothing was said or read; several where a word is the name of several places (Suzhou is 苏州 and 宿州). */
  places: readonly StatedPlace[];
  /** Words that name no place we know; null where all were read. */
  unread: string | null;
  /** A city and the province that was said to be around it, which it is not in. */
  apart: Readonly<{ city: string; province: string }> | null;
  /** A mistyped word and the one place that is a letter away from it, by which it was read. */
  mistyped: Readonly<{ asked: string; read: string }> | null;
}>;

const NOWHERE: ReadonlySet<string> = new Set(placeWords.nowhere);

/** Whether words say no place at all: China, "n/a", a dash. */
export const saysNoPlace = (text: string): boolean => {
  const words = foldPlace(text).toLowerCase().replaceAll('’', "'");
  return NOWHERE.has(words) || (hasHan(words) ? false : namesNoPlace(words));
};

/** The province of each city; of two of one name that of the first. */
const provinceOf = late(
  () =>
    new Map(
      cities()
        .map(({ name, province }): [string, string] => [name, province])
        .toReversed(),
    ),
);
const asCity = (city: string): StatedPlace => ({ province: provinceOf().get(city) ?? null, city });
const within = (province: string | null) => (place: StatedPlace) =>
  province === null || place.province === province;

const unique = (places: readonly StatedPlace[]): readonly StatedPlace[] => [
  ...new Map(places.map((place) => [`${place.province}\0${place.city}`, place])).values(),
];

/** Cities called like a district of another one, and where that lies: 朝阳 is a city, and districts of Beijing and Changchun. */
const districtsLikeCities = late((): ReadonlyMap<string, readonly StatedPlace[]> => {
  const cityOf = new Map(
    divisions().flatMap(({ level, short, name }) => (level === 2 ? [[short, name]] : [])),
  );
  const found = divisions().flatMap(({ level, short, province, city }) => {
    const alike = level === 3 ? cityOf.get(short) : undefined;
    return alike === undefined || alike === city ? [] : [{ alike, place: { province, city } }];
  });
  return new Map(
    [...Map.groupBy(found, ({ alike }) => alike)].map(([alike, all]) => [
      alike,
      all.map(({ place }) => place),
    ]),
  );
});

const shortForms = late(() => Map.groupBy(placeShortForms(), ({ short }) => short));

/** The cities and provinces that people write so short: 乌市, and by their initials a list's SH, BJ, GZ. */
const writtenShort = (text: string, province: string | null): readonly StatedPlace[] =>
  [
    ...(shortForms().get(text) ?? []).map(({ official }) => official),
    ...placesOfInitials(text, province !== null),
  ]
    .map((name) => (provinceOf().has(name) ? asCity(name) : { province: name, city: null }))
    .filter(within(province));

/** One word or name: a city, a province, several of that name, or cities around a district of that name. */
const wordPlaces = (text: string, province: string | null): readonly StatedPlace[] => {
  const city = normaliseCity(text, province ?? undefined);
  const named = normaliseProvince(text);
  const plain = [
    ...(city === null ? [] : [asCity(city)]),
    ...(named === null || named === city ? [] : [{ province: named, city: null }]),
  ].filter(within(province));
  if (plain.length > 0) return unique(plain);
  const several = hasHan(text) ? [] : placesSpelled(text, 'city').map(asCity).filter(within(province));
  if (several.length > 0) return several;
  const around = unique(aroundDistrict(text, province).filter(within(province)));
  return around.length > 0 ? around : writtenShort(text, province);
};

/** The places that both parts can speak of: a city in its province, a district in its city. */
const meeting = (one: readonly StatedPlace[], other: readonly StatedPlace[]): readonly StatedPlace[] =>
  unique(
    one.flatMap((a) =>
      other.flatMap((b) => {
        if (a.province !== b.province) return [];
        if (a.city !== null && b.city !== null && a.city !== b.city) return [];
        return [{ province: a.province, city: a.city ?? b.city }];
      }),
    ),
  );

/** Where a text may be parted into two: at each space of a Latin one, after each character of a Chinese one. */
const halvesOf = (text: string): readonly (readonly [string, string])[] => {
  if (!hasHan(text))
    return [...text.matchAll(/\s+/g)].map(({ index }) => [text.slice(0, index), text.slice(index).trim()]);
  return Array.from({ length: Math.max(0, text.length - 3) }, (_, at) => [
    text.slice(0, at + 2),
    text.slice(at + 2),
  ]);
};

/** The same, and cities around a district called like the city, or around what was called so: Xuanwu of Beijing, not of Nanjing. */
const anyPlaces = (text: string, province: string | null): readonly StatedPlace[] =>
  unique([
    ...wordPlaces(text, province),
    ...(districtsLikeCities().get(normaliseCity(text, province ?? undefined) ?? '') ?? []).filter(
      within(province),
    ),
    ...aroundFormer(text).filter(within(province)),
  ]);

const partPlaces = (text: string, province: string | null): readonly StatedPlace[] => {
  const whole = anyPlaces(text, province);
  if (whole.length > 0) return whole;
  for (const [head, tail] of halvesOf(text)) {
    const both = meeting(anyPlaces(head, province), anyPlaces(tail, province));
    if (both.length > 0) return both;
  }
  return [];
};

const SEPARATORS = /[,，、/;；()（）|]+/;

type Read = Pick<StatedPlaces, 'places' | 'unread'>;

/** All parts of the words for a city, each read by itself; what is read narrows the place, whatever else is not. */
const townPlaces = (text: string, province: string | null): Read => {
  const whole = wordPlaces(text, province);
  if (whole.length > 0) return { places: whole, unread: null };
  let places: readonly StatedPlace[] = [];
  const unread: string[] = [];
  for (const part of text.split(SEPARATORS).map((one) => one.trim())) {
    if (part === '' || saysNoPlace(part)) continue;
    const read = partPlaces(part, province);
    const both = places.length === 0 ? read : meeting(places, read);
    if (both.length === 0) unread.push(part);
    else places = both;
  }
  return { places, unread: unread.length === 0 ? null : unread.join(', ') };
};

const NOTHING: StatedPlaces = { places: [], unread: null, apart: null, mistyped: null };

/** A word of which one place, and no other, is a letter away. */
const readMistyped = (asked: string, province: string | null): StatedPlaces | null => {
  const [read, ...others] = placesMistyped(asked);
  if (read === undefined || others.length > 0) return null;
  const places = wordPlaces(read, province);
  return places.length === 0 ? null : { ...NOTHING, places, mistyped: { asked, read } };
};

/** The words of a field, in simplified characters: 無錫 and 瀋陽 are told as 无锡 and 沈阳 are. */
const of = (words: string | undefined): string | null => {
  const text = simplify(words?.trim().slice(0, LONGEST) ?? '');
  return text === '' || saysNoPlace(text) ? null : text;
};

/** The places that words name as they are spelled, where all of them are read; none for any others. */
export const placesNamed = (words: string): readonly StatedPlace[] => {
  const text = of(words);
  const { places, unread } = text === null ? NOTHING : townPlaces(text, null);
  return unread === null ? places : [];
};

/** What is said to be a province is one, where a province is called so: Hainan is no prefecture of Qinghai there. */
const readProvince = (text: string): StatedPlaces => {
  const named = normaliseProvince(text);
  return named === null
    ? readOrMistyped(text, null)
    : { ...NOTHING, places: [{ province: named, city: null }] };
};

const readOrMistyped = (text: string, province: string | null): StatedPlaces => {
  const read = townPlaces(text, province);
  if (read.unread === null || read.places.length > 0) return { ...NOTHING, ...read };
  return readMistyped(text, province) ?? { ...NOTHING, ...read };
};

/**
 * Reads the province and the city that are stated beside a name, in Chinese or English: cities, districts, county towns, and several
 * of them in one field ("Haidian, Beijing", 四川成都). A word one letter away from one place alone is read as that place, and said
 * to be; what names no place is given back as unread.
 */
export const statedPlaces = (
  words: Readonly<{ province?: string | undefined; city?: string | undefined }>,
): StatedPlaces => {
  const [around, town] = [of(words.province), of(words.city)];
  const read = around === null ? NOTHING : readProvince(around);
  if (town === null) return read;
  const province = read.places[0]?.province ?? null;
  const inside = readOrMistyped(town, province);
  if (inside.places.length === 0 && around !== null && townPlaces(town, null).places.length > 0)
    return { ...NOTHING, apart: { city: town, province: around } };
  if (inside.places.length === 0) return { ...inside, places: read.places };
  return { ...inside, unread: inside.unread ?? read.unread, mistyped: inside.mistyped ?? read.mistyped };
};
