import type { Dossier } from '../../../schema/institution.ts';
import { unreadInAddress } from '../../names/parse/unread-clauses.ts';
import { areRead } from '../beside/read-words.ts';
import { latinParts } from './latin-parts.ts';

/** Numbers of houses in an address: no postcode, no ordinal (2nd) and no floor. */
const HOUSE_NUMBER = /(?<![\d#-])\d{1,4}(?![\d]|st\b|nd\b|rd\b|th\b|[ -]?(?:f|floor)\b)/giu;

const numbersIn = (text: string): readonly string[] => text.match(HOUSE_NUMBER) ?? [];

/**
 * Whether an address in Latin letters names a house at another road than any on record: a road of which no address on record speaks, and a number that none of
 * them has. Roads are translated in too many ways for more ("North Garden Road", 花园北路), so one of the two that agrees says nothing against it.
 */
export const onOtherRoad = (address: string, dossier: Dossier): boolean => {
  const numbers = numbersIn(address);
  const registered = dossier.addresses.map((one) => one.address.normalize('NFKC'));
  const known = new Set(registered.flatMap((one) => one.split(/\D+/u)));
  if (numbers.length === 0 || known.size <= 1 || numbers.some((one) => known.has(one))) return false;
  const streets = latinParts(address)
    .map((part) => unreadInAddress(part).street)
    .filter((street) => street !== '');
  return streets.length > 0 && !streets.some((street) => areRead(street, dossier));
};
