import type { Dossier } from '../../schema/institution.ts';
import { foldText, hasHan, simplify } from '../text/han.ts';
import { syllables } from '../text/pinyin.ts';

/** Least letters and characters that are looked for: fewer stand in every address. */
const LEAST_LETTERS = 4;
const LEAST_HAN = 2;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** Whether names or addresses on record speak of these words, in their own script or by their sound: 博鳌 or Boao of 海南省琼海市博鳌镇. */
export const recordSpeaksOf = (dossier: Dossier, words: string): boolean => {
  const texts = [
    ...dossier.names.map(({ value }) => value),
    ...dossier.addresses.map(({ address }) => address),
    dossier.place.district ?? '',
  ].map((text) => simplify(foldText(text)));
  if (hasHan(words)) {
    const asked = simplify(foldText(words));
    return asked.length >= LEAST_HAN && texts.some((text) => text.includes(asked));
  }
  const asked = lettersOf(words);
  if (asked.length < LEAST_LETTERS) return false;
  return texts.some((text) => lettersOf(hasHan(text) ? syllables(text).join('') : text).includes(asked));
};
