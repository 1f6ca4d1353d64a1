import type { InstitutionQuestion } from '../../schema/question.ts';
import { hasHan } from '../text/han.ts';
import { saidAbroad } from './abroad.ts';
import { statedPlaces } from './stated-places.ts';

/** Most words of a name that are read as places, and of one place. */
const MOST_WORDS = 20;
const LONGEST = 3;
const OURS = /\b(?:china|chinese|prc)\b/iu;

/** Whether words are a place of China as it is spelled. */
const isOurs = (city: string): boolean => {
  if (city.length < 3) return false;
  const { places, mistyped } = statedPlaces({ city });
  return places.length > 0 && mistyped === null;
};

/** Whether some of the words of a text in Latin letters are a place of China, or China itself. */
const namesOurs = (text: string): boolean => {
  if (OURS.test(text)) return true;
  const words = text.split(/[^\p{L}']+/u).slice(0, MOST_WORDS);
  return words.some((_, at) =>
    Array.from({ length: LONGEST }, (_, more) => words.slice(at, at + more + 1).join(' ')).some(isOurs),
  );
};

/**
 * Whether the hospital that a question names may stand abroad: its name, or a place told beside it, says a country or town abroad, or the place
 * told is none of China's. `borneByNobody`: the name fits nobody on record; then a name in Latin letters beside which no place of China is said may as well.
 */
export const mayStandAbroad = (
  { name = '', province, city, address }: InstitutionQuestion,
  borneByNobody: boolean,
): boolean => {
  const stated = [province, city, address].filter((one) => one !== undefined);
  if ([name, ...stated].some((text) => saidAbroad(text) !== null)) return true;
  const { places, unread } = statedPlaces({ province, city });
  if (places.length > 0) return false;
  if (unread !== null) return true;
  return borneByNobody && name !== '' && ![name, ...stated].some((text) => hasHan(text) || namesOurs(text));
};
