import type { Dossier } from '../../../schema/institution.ts';
import { cutWords } from '../../../schema/lexicon/house-sorts.ts';
import { streetWords } from '../../../schema/lexicon/words-beside.ts';
import { spelledInPinyin } from '../../names/parse/sound.ts';
import { unreadInAddress } from '../../names/parse/unread-clauses.ts';
import { saidAbroad } from '../../places/abroad.ts';
import { addressKeys } from '../../places/address-key.ts';
import { cities } from '../../places/divisions.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { placeTitle } from '../../places/english-title.ts';
import { placeOf } from '../../places/place-of.ts';
import { shortName } from '../../places/short-name.ts';
import { latinWords } from '../../text/han.ts';
import { syllables } from '../../text/pinyin.ts';
import { areRead, recordSpeaksOf } from '../beside/read-words.ts';

/** Words before a house or a hospital that make it one near it: "opposite 197 Ruijin 2nd Road", "50 m from Ruijin Hospital". */
const BESIDE =
  /^(?:just |right |directly )?(?:opposite|across|next|beside|behind|near|adjacent|close|in front|around the corner|\d{1,4} ?(?:m|km|meters?|metres?|steps|min|minutes?))\b(?: (?:to|from|of|the|street|road)\b){0,4},? ?/iu;

/** What stands behind such words in a part of an address; null where none stand before it. */
export const behindBeside = (part: string): string | null => {
  const rest = part.replace(BESIDE, '');
  return rest === part ? null : rest;
};

const BEHIND_STREET = new RegExp(`\\b(${streetWords.ways.join('|')})\\b\\.?\\s+`, 'giu');

/** The parts of an address in Latin letters: between its signs, and behind the word for a street (197 Ruijin Er Road Chengdu). */
export const latinParts = (address: string): readonly string[] =>
  address
    .replace(BEHIND_STREET, '$1, ')
    .split(/[,;()\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Words that name the kind of a place or a street, and no place. */
const KINDS = /\b(?:new area|district|county|city|town|province|municipality)\b/g;

/** The parts of an address written in Latin letters, between signs, without the words for kinds of places. */
const partsOf = (address: string): readonly string[] =>
  latinParts(address.toLowerCase())
    .map((part) => part.replace(KINDS, ' ').replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && !/\d/.test(part));

/** Districts in which the record says that the institution stands. */
export const districtsOf = ({ place, addresses }: Dossier): ReadonlySet<string> =>
  new Set(
    [place.district, ...addresses.map(({ address }) => placeOf({ address }).district)].filter(
      (district) => district !== undefined,
    ),
  );

/** What an address in Latin letters names that the record does not: another city, or another district of its city. */
type Elsewhere = Readonly<{ level: 'city' | 'district'; asked: string }>;

/**
 * Compares an address in Latin letters with the place on record, by the names of cities and districts alone: streets are spelled in
 * too many ways. Null where it names no such place, or the one on record.
 */
export const latinElsewhere = (address: string, dossier: Dossier): Elsewhere | null => {
  const { province, city } = dossier.place;
  if (province === undefined) return null;
  const parts = partsOf(address);
  const towns = parts.flatMap((part) => {
    const found = provincesOrCitiesSpelled(part);
    return found.length === 0 ? [] : [{ found }];
  });
  const here = new Set([province, city]);
  const [other] = towns.filter(({ found }) => found.every((name) => !here.has(name)));
  if (other !== undefined && !towns.some(({ found }) => found.some((name) => here.has(name))))
    return { level: 'city', asked: placeTitle(other.found[0] ?? '') };
  const mine = districtsOf(dossier);
  if (mine.size === 0) return null;
  const all = cities().find(({ name }) => name === (city ?? province))?.districts ?? new Set<string>();
  // A county may be called like its city (长沙县): the city is said.
  const cityTitle = placeTitle(city ?? province).toLowerCase();
  const named = [...all].filter((district) => {
    const word = placeTitle(district).toLowerCase();
    return word !== cityTitle && parts.includes(word);
  });
  const [first] = named;
  return first === undefined || named.some((district) => mine.has(district))
    ? null
    : { level: 'district', asked: placeTitle(first) };
};

/** Numbers of houses in an address: no postcode, no ordinal (2nd) and no floor. */
const HOUSE_NUMBER = /(?<![\d#-])\d{1,4}(?![\d]|st\b|nd\b|rd\b|th\b|[ -]?(?:f|floor)\b)/giu;

const numbersIn = (text: string): readonly string[] => text.match(HOUSE_NUMBER) ?? [];

const numbersOnRecord = ({ addresses }: Dossier): ReadonlySet<string> =>
  new Set(addresses.flatMap(({ address }) => address.normalize('NFKC').split(/\D+/u)));

const isPinyin = (words: string): boolean => words.split(' ').every(spelledInPinyin);

/** Whether words by which a road is called may be those of one in China: all in pinyin, or places of China (Middle Urumqi Road). */
export const isChineseRoad = (street: string): boolean =>
  street !== '' &&
  saidAbroad(street) === null &&
  street.split(' ').every((word) => spelledInPinyin(word) || provincesOrCitiesSpelled(word).length > 0);

/** Whether a road on record, by its syllables, is on the sides that a part of an address says: “Hubin North Road” is not 湖滨南路. */
const hasSides = (road: readonly string[], part: string): boolean =>
  latinWords(part).every((word) => {
    const side = cutWords.sides[word];
    return side === undefined || road.includes(side);
  });

const housesOf = ({ addresses }: Dossier) =>
  addresses.flatMap(({ address }) =>
    addressKeys(address).map(({ road, number }) => ({ road: syllables(road), number })),
  );

/** Whether an address in Latin letters names a house on record by its number and by the sound of its road: "180 Fenglin Rd", 枫林路180号. */
export const isHouseOnRecord = (address: string, dossier: Dossier): boolean => {
  const houses = housesOf(dossier);
  return latinParts(address).some((part) => {
    const street = latinWords(unreadInAddress(part).street).join('');
    const numbers = numbersIn(part);
    return (
      street.length >= LEAST_LETTERS &&
      behindBeside(part) === null &&
      houses.some(
        ({ road, number }) =>
          numbers.includes(number) && road.join('').startsWith(street) && hasSides(road, part),
      )
    );
  });
};
/** Fewer letters are the beginning of many roads. */
const LEAST_LETTERS = 4;

/** Whether the record speaks of the words by which a road is called, by the Chinese name of a place too (Middle Urumqi Road: 乌鲁木齐中路). */
const isRoadRead = (street: string, dossier: Dossier): boolean =>
  areRead(street, dossier) ||
  provincesOrCitiesSpelled(street).some((place) => recordSpeaksOf(dossier, shortName(place)));

/** The first part of an address in Latin letters of which the record does not speak: its road or, where no number of a house is on record, other words; null for none. */
export const unreadInLatin = (address: string, dossier: Dossier): string | null => {
  const known = numbersOnRecord(dossier);
  const isNumbered = numbersIn(address).some((one) => known.has(one));
  const unread = latinParts(address).find((part) => {
    const { words, street } = unreadInAddress(part);
    const isUnread = words !== '' && !isNumbered && !areRead(words, dossier);
    return isUnread || (street !== '' && !isRoadRead(street, dossier));
  });
  return unread ?? null;
};

/**
 * Whether an address in Latin letters names a house at another road than any on record: a road of which no address on record speaks, or another side of it, and, unless the road is in
 * pinyin, a number that none of them has: roads are translated in too many ways for more ("49 North Garden Road", 花园北路49号).
 */
export const onOtherRoad = (address: string, dossier: Dossier): boolean => {
  const numbers = numbersIn(address);
  const known = numbersOnRecord(dossier);
  if (numbers.length === 0 || known.size <= 1) return false;
  const parts = latinParts(address).map((part) => ({ part, street: unreadInAddress(part).street }));
  const streets = parts.filter(({ street }) => street !== '');
  const roads = housesOf(dossier).map(({ road }) => road);
  const read = streets.filter(({ street }) => isRoadRead(street, dossier));
  if (read.length > 0)
    return roads.length > 0 && read.every(({ part }) => !roads.some((road) => hasSides(road, part)));
  if (streets.length === 0) return false;
  return streets.every(({ street }) => isPinyin(street)) || !numbers.some((one) => known.has(one));
};
