import type { Dossier } from '../../../schema/institution.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { recordSpeaksOf } from '../address/record-speaks.ts';
import { type AskedPlace, placeFit } from '../asked-place.ts';
import { isInitialsOnRecord } from './initials-on-record.ts';

/** Where the record says that the institution stands; null = it does not say. */
export const knownPlace = (dossier: Dossier | undefined): AskedPlace => ({
  province: dossier?.place.province ?? null,
  city: dossier?.place.city ?? null,
});

/** More words are no place and those around it, and each way to part them would be looked up. */
const MOST_WORDS = 6;

/** Whether words are places of China and the hospital stands in one of them. */
const areItsPlace = (words: string, dossier: Dossier): boolean =>
  words.split(' ').length <= MOST_WORDS &&
  // Jordan is a quarter of Hong Kong, for what stands there.
  [undefined, dossier.place.province].some((province) => {
    const { places, unread, apart } = statedPlaces({ province, city: words });
    return (
      unread === null &&
      apart === null &&
      places.some((place) => placeFit(place, knownPlace(dossier)) !== 'differs')
    );
  });

/** Whether words say where the hospital stands, stand on record, or are initials of what does; all of them together, or each. */
export const areRead = (words: string, dossier: Dossier): boolean =>
  areItsPlace(words, dossier) ||
  recordSpeaksOf(dossier, words) ||
  [...new Set(words.split(' '))].every(
    (word) =>
      isInitialsOnRecord(word, dossier) || areItsPlace(word, dossier) || recordSpeaksOf(dossier, word),
  );
