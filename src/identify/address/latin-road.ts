import type { Dossier } from '../../../schema/institution.ts';
import { spelledInPinyin } from '../../names/parse/sound.ts';
import { unreadInAddress } from '../../names/parse/unread-clauses.ts';
import { saidAbroad } from '../../places/abroad.ts';
import { addressKeys } from '../../places/address-key.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { latinWords } from '../../text/han.ts';
import { syllables } from '../../text/pinyin.ts';
import { areRead } from '../beside/read-words.ts';
import { behindBeside } from './beside-in-latin.ts';
import { latinParts } from './latin-parts.ts';

/** Numbers of houses in an address: no postcode, no ordinal (2nd) and no floor. */
const HOUSE_NUMBER = /(?<![\d#-])\d{1,4}(?![\d]|st\b|nd\b|rd\b|th\b|[ -]?(?:f|floor)\b)/giu;

const numbersIn = (text: string): readonly string[] => text.match(HOUSE_NUMBER) ?? [];

const numbersOnRecord = ({ addresses }: Dossier): ReadonlySet<string> =>
  new Set(addresses.flatMap(({ address }) => address.normalize('NFKC').split(/\D+/u)));

/** Whether words by which a road is called may be those of one in China: all in pinyin, or places of China (Middle Urumqi Road). */
export const isChineseRoad = (street: string): boolean =>
  street !== '' &&
  saidAbroad(street) === null &&
  street.split(' ').every((word) => spelledInPinyin(word) || provincesOrCitiesSpelled(word).length > 0);

/** Whether an address in Latin letters names a house on record by its number and by the sound of its road: "180 Fenglin Rd", 枫林路180号. */
export const isHouseOnRecord = (address: string, dossier: Dossier): boolean => {
  const houses = dossier.addresses.flatMap((one) => addressKeys(one.address));
  return latinParts(address).some((part) => {
    const road = latinWords(unreadInAddress(part).street).join('');
    const numbers = numbersIn(part);
    return (
      road.length >= LEAST_LETTERS &&
      behindBeside(part) === null &&
      houses.some((one) => numbers.includes(one.number) && syllables(one.road).join('').startsWith(road))
    );
  });
};
/** Fewer letters are the beginning of many roads. */
const LEAST_LETTERS = 4;

/**
 * The first part of an address in Latin letters of which the record does not speak; null where it speaks of all parts, and where it has one of the numbers: roads are
 * translated in too many ways.
 */
export const unreadInLatin = (address: string, dossier: Dossier): string | null => {
  const known = numbersOnRecord(dossier);
  if (numbersIn(address).some((one) => known.has(one))) return null;
  const unread = latinParts(address).find((part) => {
    const { words, street } = unreadInAddress(part);
    return [words, street].some((one) => one !== '' && !areRead(one, dossier));
  });
  return unread ?? null;
};

/**
 * Whether an address in Latin letters names a house at another road than any on record: a road of which no address on record speaks, and a number that none of
 * them has. Roads are translated in too many ways for more ("North Garden Road", 花园北路), so one of the two that agrees says nothing against it.
 */
export const onOtherRoad = (address: string, dossier: Dossier): boolean => {
  const numbers = numbersIn(address);
  const known = numbersOnRecord(dossier);
  if (numbers.length === 0 || known.size <= 1 || numbers.some((one) => known.has(one))) return false;
  const streets = latinParts(address)
    .map((part) => unreadInAddress(part).street)
    .filter((street) => street !== '');
  return streets.length > 0 && !streets.some((street) => areRead(street, dossier));
};
