import type { Dossier } from '../../../schema/institution.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { placesBeside, type Unread, unreadClauses } from '../../names/parse/unread-clauses.ts';
import { placeNamed } from '../../places/place-names.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { recordSpeaksOf } from '../address/record-speaks.ts';
import { type AskedPlace, placeFit } from '../asked-place.ts';
import { isInitialsOnRecord } from './initials-on-record.ts';

const knownPlace = ({ place }: Dossier): AskedPlace => ({
  province: place.province ?? null,
  city: place.city ?? null,
});

/** Whether one of these official names is the place on record, or lies around it. */
const isThere = (alternatives: string, dossier: Dossier): boolean =>
  alternatives.split('|').some((name) => {
    const place = placeNamed(name);
    return (
      place !== null &&
      placeFit({ province: place.province, city: place.city }, knownPlace(dossier)) !== 'differs'
    );
  });

/** Whether words are places of China and the hospital stands in one of them. */
const areItsPlace = (words: string, dossier: Dossier): boolean => {
  const { places, unread } = statedPlaces({ city: words });
  return unread === null && places.some((place) => placeFit(place, knownPlace(dossier)) !== 'differs');
};

/** Whether words say where the hospital stands, stand on record, or are initials of what does; all of them together, or each. */
const areRead = (words: string, dossier: Dossier): boolean =>
  areItsPlace(words, dossier) ||
  recordSpeaksOf(dossier, words) ||
  words
    .split(' ')
    .every(
      (word) =>
        isInitialsOnRecord(word, dossier) || areItsPlace(word, dossier) || recordSpeaksOf(dossier, word),
    );

/** Words that were folded for comparing, as they stand in the name. */
const asWritten = (words: string, name: string): string => {
  const at = name.toLowerCase().indexOf(words);
  return at < 0 ? words : name.slice(at, at + words.length);
};

/** What one clause says that the record does not: '' for nothing. */
const against = ({ words, street, places }: Unread, placed: boolean, dossier: Dossier): string => {
  if (words !== '' && !areRead(words, dossier)) return words;
  // A street that no record has says nothing against its hospital where the town beside it agrees.
  if (street !== '' && !placed && !areRead(street, dossier)) return street;
  const other = places.find((one) => !isThere(one, dossier));
  return other === undefined ? '' : (other.split('|')[0] ?? '');
};

/**
 * That a clause beside a name says what the record of its hospital does not: another place, or words that it does not speak of. Null for
 * nothing. `stated`: the places said in fields beside the name.
 */
export const againstClauses = (
  name: string,
  dossier: Dossier,
  stated: readonly AskedPlace[],
): Reason | null => {
  const clauses = unreadClauses(name);
  if (clauses.length === 0) return null;
  const placed =
    stated.some((place) => placeFit(place, knownPlace(dossier)) === 'agrees') ||
    placesBeside(name).some((one) => isThere(one, dossier));
  const words = clauses.map((one) => against(one, placed, dossier)).find((one) => one !== '');
  return words === undefined ? null : reason('name.clause-unread', { words: asWritten(words, name) });
};
