import { careAbroad, treatmentsAbroad } from '../../../schema/lexicon/treatments-abroad.ts';
import { late } from '../../text/remembered.ts';

/** Letters that are one sign of their own, and what they are written as without it. */
const PLAIN: Readonly<Record<string, string>> = { đ: 'd', ł: 'l', ı: 'i', ß: 'ss', ø: 'o' };

/** Small letters without marks, each run of anything else a blank. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[đłıßø]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** Letters of writing that parts words by blanks. */
const PARTED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]/u;
/** Letters in which a word that is longer is another word, and as many letters as are too few to begin one. */
const WHOLE = /^\p{Script=Latin}/u;
const FEW = 3;

const known = late(() =>
  Object.entries(treatmentsAbroad).flatMap(([code, words]) =>
    words.map(plain).map((word) => ({
      code,
      word: `${PARTED.test(word) ? ' ' : ''}${word}${WHOLE.test(word) || word.length <= FEW ? ' ' : ''}`,
    })),
  ),
);

/** The treatments that words of a language which is not read may mean (Leihmutterschaft, ЭКО, 대리모); empty where they are none that is known. */
export const treatmentsInOtherLanguage = (text: string): readonly string[] => {
  const padded = ` ${plain(text)} `;
  return [...new Set(known().flatMap(({ code, word }) => (padded.includes(word) ? [code] : [])))];
};

/** Words of care begin so; in letters that no blanks part they stand anywhere. */
const stems = late(() => careAbroad.map(plain).map((stem) => `${PARTED.test(stem) ? ' ' : ''}${stem}`));

/** Whether words of a language that is not read say what is done to a patient (greffe, trasplante, пересадка), one treatment or any. */
export const isCareInOtherLanguage = (text: string): boolean => {
  const padded = ` ${plain(text)} `;
  return treatmentsInOtherLanguage(text).length > 0 || stems().some((stem) => padded.includes(stem));
};

/** A letter of a script that is neither Latin nor Chinese, two of them together. */
const OTHER_LETTERS = /[^\P{L}\p{Script=Latin}\p{Script=Han}\p{Script=Greek}]{2}/u;
/** A word in small letters with a mark of another language (mère, sữa); pinyin marks its tones as well, with other signs (ā, ǎ). */
const MARKED = /(?<![\p{L}\p{M}'’-])\p{Ll}{0,30}[^\P{Ll}a-zàèìòùáíóúāēīōūǎěǐǒǔǖǘǚǜ]/u;

/** Whether a text is in letters, or has words, of a language that is not read: what it says is not known. A word that begins with a capital letter may be anybody's name. */
export const isInOtherLanguage = (text: string): boolean => {
  const marked = text.normalize('NFC');
  return OTHER_LETTERS.test(marked) || MARKED.test(marked);
};
