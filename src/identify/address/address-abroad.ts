import type { Dossier } from '../../../schema/institution.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { unreadInAddress } from '../../names/parse/unread-clauses.ts';
import { placeOf } from '../../places/place-of.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { hasHan } from '../../text/han.ts';
import { recordSpeaksOf } from './record-speaks.ts';

const OURS: ReadonlySet<string> = new Set(['CN', 'HK', 'MO', 'TW']);
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Chinese names of all other countries and regions, as Unicode's list of them (CLDR, in Node) has them; built when first asked for. */
let countries: readonly string[] | null = null;
const foreignCountries = (): readonly string[] => {
  const names = new Intl.DisplayNames(['zh'], { type: 'region', fallback: 'none' });
  countries ??= LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
    .filter((code) => !OURS.has(code))
    .flatMap((code) => names.of(code) ?? [])
    .filter((name) => name.length > 1 && hasHan(name));
  return countries;
};

const inHan = (address: string): string | null =>
  placeOf({ address }).province === undefined
    ? (foreignCountries().find((name) => address.includes(name)) ?? null)
    : null;

/** The first part of an address in Latin letters that is no place of China and not on record, where no part of it is one. */
const inLatin = (address: string, dossier: Dossier): string | null => {
  const parts = address.split(/[,;]/).map((part) => ({ part: part.trim(), ...statedPlaces({ city: part }) }));
  if (parts.some(({ places }) => places.length > 0)) return null;
  const unread = parts.filter(({ part }) => {
    const { words } = unreadInAddress(part);
    return words !== '' && !recordSpeaksOf(dossier, words);
  });
  return unread[0]?.part ?? null;
};

/** That an address names a country, or a town, that is none of China's; null where it names none, or one of China's besides. */
export const addressAbroad = (address: string, dossier: Dossier): Reason | null => {
  const asked = hasHan(address) ? inHan(address) : inLatin(address, dossier);
  return asked === null ? null : reason('address.not-understood', { asked });
};
