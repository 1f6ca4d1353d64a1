import type { Dossier } from '../../../schema/institution.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { unreadInAddress } from '../../names/parse/unread-clauses.ts';
import { saidAbroad } from '../../places/abroad.ts';
import { endsInCountry, isQuarterToo } from '../../places/countries.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { hasHan } from '../../text/han.ts';
import { type AskedPlace, placesOfLatin } from '../asked-place.ts';
import { areRead } from '../beside/read-words.ts';
import { hanAbroad } from './han-abroad.ts';
import { isNextDoor } from './han-address.ts';
import { behindBeside, isChineseRoad, latinParts } from './latin-address.ts';

const partsOf = (address: string): readonly string[] =>
  address
    .split(/[,;()\n]/)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));

/** Whether a part names a road of the record with a number that stands there too. */
const isOnRecord = (part: string, street: string, dossier: Dossier): boolean => {
  const number = /\d+/.exec(part)?.[0];
  return (
    street !== '' &&
    number !== undefined &&
    areRead(street, dossier) &&
    dossier.addresses.some(({ address }) => address.split(/\D+/).includes(number))
  );
};

/**
 * The part of an address in Latin letters that names a house beside the one on record, or beside a hospital, where no other part names the one on record: "near Fuxing Park"
 * behind a road and number is a landmark. Null for none.
 */
const besideInLatin = (address: string, dossier: Dossier): string | null => {
  const parts = partsOf(address);
  const isKnown = (part: string): boolean => isOnRecord(part, unreadInAddress(part).street, dossier);
  if (parts.some((part) => behindBeside(part) === null && isKnown(part))) return null;
  return (
    parts.find((part) => {
      const near = behindBeside(part);
      return near !== null && (isKnown(near) || /\bhospital\b/iu.test(near));
    }) ?? null
  );
};

/** The words of an address by which it is a house beside the one on record, and not that one; null where it is none. */
export const nextDoor = (address: string, dossier: Dossier): string | null => {
  if (!hasHan(address)) return besideInLatin(address, dossier);
  const registered = dossier.addresses.map((one) => one.address);
  return isNextDoor(address, registered) ? address : null;
};

/** The first part of an address that is a country or town abroad in Latin letters and nothing else, in whatever script the others are. */
const townAbroad = (address: string): string | null =>
  latinParts(address.replace(HAN, ',')).find(
    (part) => !/\d/.test(part) && !isQuarterToo(part) && saidAbroad(part) === part,
  ) ?? null;
const HAN = /[\p{Script=Han}（）【】，、；：。]+/gu;

/**
 * The first part of an address in Latin letters that is no place or road of China and not on record. A country abroad that it ends in speaks against any
 * place; other words only where no place of China is said in it or beside it, and its road is none of the record's.
 */
const inLatin = (address: string, placed: boolean, dossier: Dossier): string | null => {
  const parts = partsOf(address);
  const last = parts.at(-1) ?? '';
  if (endsInCountry(last) && !(placed && isQuarterToo(last))) return last;
  const isPlace = (part: string): boolean => statedPlaces({ city: part }).places.length > 0;
  if (placed || parts.some(isPlace) || placesOfLatin(address) !== null) return null;
  const read = parts.map((part) => ({ part, ...unreadInAddress(part) }));
  // A road of the record in a town abroad is that town's: 37 Guoxue Alley, Sydney.
  if (read.some(({ part, street }) => isOnRecord(part, street, dossier))) return townAbroad(address);
  const isUnread = (one: string): boolean => one !== '' && !areRead(one, dossier);
  const unread = read.find(
    ({ words, street }) => isUnread(words) || (isUnread(street) && !isChineseRoad(street)),
  );
  return unread?.part ?? null;
};

/**
 * That an address names a country, a town or a road that is none of China's and not on record; null where it names none, or stands where a place
 * of China is said besides. `stated`: the places that are said beside the address.
 */
export const addressAbroad = (
  address: string,
  stated: readonly AskedPlace[],
  dossier: Dossier,
): Reason | null => {
  const placed = stated.length > 0;
  const asked = hasHan(address)
    ? (hanAbroad(address, placed, dossier) ?? townAbroad(address))
    : inLatin(address, placed, dossier);
  return asked === null ? null : reason('address.not-understood', { asked });
};
