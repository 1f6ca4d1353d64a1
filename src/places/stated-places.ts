import { placeWords } from '../../schema/lexicon/places.ts';
import { hasHan, simplify } from '../text/han.ts';
import type { StatedPlace } from './around-district.ts';
import { namesNoPlace, placesMistyped } from './english-names.ts';
import { foldPlace, LONGEST, normaliseProvince } from './normalise-place.ts';
import { anyPlaces, unique, wordPlaces } from './word-places.ts';

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
