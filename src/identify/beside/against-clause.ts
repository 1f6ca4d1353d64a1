import type { Dossier } from '../../../schema/institution.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import {
  placesBeside,
  type Unread,
  unreadClauses,
  unreadInAddress,
} from '../../names/parse/unread-clauses.ts';
import { placeNamed } from '../../places/place-names.ts';
import { isChineseRoad } from '../address/latin-address.ts';
import { latinAddress } from '../address-in-name.ts';
import { type AskedPlace, placeFit } from '../asked-place.ts';
import { bodiesNamed } from './bodies-in-line.ts';
import { isItsBody, otherUniversity } from './its-body.ts';
import { areRead, knownPlace } from './read-words.ts';

/** Whether one of these official names is the place on record, or lies around it. */
const isThere = (alternatives: string, dossier: Dossier): boolean =>
  alternatives.split('|').some((name) => {
    const place = placeNamed(name);
    return (
      place !== null &&
      placeFit({ province: place.province, city: place.city }, knownPlace(dossier)) !== 'differs'
    );
  });

/** Words that were folded for comparing, as they stand in the name. */
const asWritten = (words: string, name: string): string => {
  const at = name.toLowerCase().indexOf(words);
  return at < 0 ? words : name.slice(at, at + words.length);
};

/** Whether a clause says where the record has its hospital, and whether the line's address is compared with the record's (address/address-evidence.ts). */
type Found = Readonly<{ placed: boolean; told: boolean }>;

/** "Affiliated Cancer Hospital | of University of …": what ties a body to the house before it. */
const TIE = /^(?:affiliated )?(?:of|to|with|at) (?:the )?/u;

/** What one clause says that the record does not: '' for nothing. */
const against = ({ words, street, places }: Unread, found: Found, dossier: Dossier): string => {
  if (words !== '' && !areRead(words, dossier) && !isItsBody(words.replace(TIE, ''), dossier)) return words;
  // A street that no record has says nothing against its hospital where the town beside it agrees, or where it may be one of that town, which is told.
  const isOpen = found.placed || (found.told && isChineseRoad(street));
  if (street !== '' && !isOpen && !areRead(street, dossier)) return street;
  const other = places.find((one) => !isThere(one, dossier));
  return other === undefined ? '' : (other.split('|')[0] ?? '');
};

/** "Peking University Third Hospital, Yale School of Medicine": a body with a word that no table reads and the record does not have. */
const isUnknownBody = (body: string, dossier: Dossier): boolean => {
  const { words } = unreadInAddress(body);
  return words !== '' && !isItsBody(body, dossier) && !areRead(words, dossier);
};

/**
 * That a clause beside a name says what the record of its hospital does not: another place, a further university, or words that it does not speak of. Null
 * for nothing. `stated`: the places said in fields beside the name.
 */
export const againstClauses = (
  name: string,
  dossier: Dossier,
  stated: readonly AskedPlace[],
): Reason | null => {
  const bodies = bodiesNamed(name);
  const other = otherUniversity(bodies, dossier) ?? bodies.find((body) => isUnknownBody(body, dossier));
  if (other !== undefined) return reason('name.clause-unread', { words: other });
  const clauses = unreadClauses(name);
  if (clauses.length === 0) return null;
  const placed =
    stated.some((place) => placeFit(place, knownPlace(dossier)) === 'agrees') ||
    placesBeside(name).some((one) => isThere(one, dossier));
  const told = latinAddress(name) !== null;
  const words = clauses.map((one) => against(one, { placed, told }, dossier)).find((one) => one !== '');
  return words === undefined ? null : reason('name.clause-unread', { words: asWritten(words, name) });
};
