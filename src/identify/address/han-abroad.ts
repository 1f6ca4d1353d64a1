import type { Dossier } from '../../../schema/institution.ts';
import { isAbroad, leadingAbroad } from '../../places/countries.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { placeOf } from '../../places/place-of.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { simplify } from '../../text/han.ts';
import { areRead, recordSpeaksOf } from '../beside/read-words.ts';
import { roadOf, sameRoad, withoutBuilding } from './han-address.ts';

const SEPARATORS = /[\s,，、;；()（）|/。·]+/u;
const ROAD = /^[东西南北中]?(?:路|街|大道|大街|道|巷)/u;

/** Whether a part of an address begins with a division of China; 南京西路 is a road. */
const namesDivision = (part: string): boolean => {
  const found = leadingPlace(part);
  if (found?.place.full === true) return true;
  if (found !== null && found.place.level < 3 && !ROAD.test(part.slice(found.length))) return true;
  return placeOf({ address: part }).province !== undefined || statedPlaces({ city: part }).places.length > 0;
};

/** Fewest characters that are a place's name: 近 and 在 before a road say none. */
const FEWEST = 2;

/** What stands before the words that one of these addresses has too, its road and number: 蒲甘 of 蒲甘瑞金二路197号; '' for nothing. */
const beforeRoad = (part: string, registered: readonly string[]): string => {
  const end = /\d+/u.exec(part);
  const road = end === null ? '' : part.slice(0, end.index + end[0].length);
  const texts = registered.map((one) => simplify(one.normalize('NFKC')));
  const from = [...road].findIndex((_, at) => texts.some((text) => text.includes(road.slice(at))));
  return from < FEWEST ? '' : road.slice(0, from);
};

const partsOf = (address: string): readonly string[] =>
  simplify(address.normalize('NFKC'))
    .split(SEPARATORS)
    .filter((part) => part !== '');

/** The first part of a Chinese address that is no division of China and of which the record does not speak; null for none. */
export const unreadInHan = (address: string, dossier: Dossier): string | null =>
  partsOf(address).find((part) => {
    const words = namesDivision(part) ? '' : withoutBuilding(part);
    return words !== '' && ![part, words].some((one) => recordSpeaksOf(dossier, one));
  }) ?? null;

/**
 * The country or town abroad that a Chinese address names or, where nothing says a place of China (`placed`: something beside it does), what stands there before
 * a road of the record and is not on it; null for none. A part that is a country's name and nothing else speaks against any place.
 */
export const hanAbroad = (address: string, placed: boolean, dossier: Dossier): string | null => {
  const parts = partsOf(address);
  const country = parts.find(isAbroad);
  if (country !== undefined) return country;
  const others = parts.filter((part) => !namesDivision(part));
  const withCountry = others.filter((part) => leadingAbroad(part) !== null);
  // A road of the record in another country is that country's: 泰国曼谷瑞金二路197号.
  const abroad = withCountry.find((part) => roadOf(part) !== null);
  if (abroad !== undefined) return leadingAbroad(abroad);
  const registered = dossier.addresses.map((one) => one.address);
  if (placed || others.length < parts.length) return null;
  if (sameRoad(address, registered) === true) {
    const before = others.map((part) => beforeRoad(part, registered));
    return before.find((words) => words !== '' && !areRead(words, dossier)) ?? null;
  }
  const [unplaced] = withCountry;
  return unplaced === undefined ? null : leadingAbroad(unplaced);
};
