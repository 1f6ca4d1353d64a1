import { otherLanguages } from '../../../schema/lexicon/other-languages.ts';
import { hanDepartmentWords } from '../../../schema/lexicon/words-beside.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { shortLevenshtein } from '../../text/edit-distance.ts';
import { hasHan } from '../../text/han.ts';
import { meantBy, noMatch, saysEqual } from '../results.ts';
import type { Reading } from '../search.ts';

/** A letter of a script that names and places are not read in: Cyrillic, Arabic, Thai, Hangul, kana. */
const OTHER_LETTER = /[^\P{L}\p{Script=Han}\p{Script=Latin}]/u;

/** Whether words are in letters that are not read. */
export const inOtherLetters = (words: string): boolean => OTHER_LETTER.test(words);

/** "Ruijin Hopital": a last word that is a letter off the English one and has none of its language's marks is a slip. */
const endsInSlip = (name: string): boolean =>
  shortLevenshtein(/ (\w+)$/u.exec(name.trim().toLowerCase())?.[1] ?? '', 'hospital') === 1;

const plain = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase();

/** 华山病院, but not 精神病院, 北京肾病院, 白癜风病院: there it is the end of an illness. */
const isOfIllness = (name: string, word: string): boolean => {
  const before = name.slice(0, -word.length);
  return ILLNESSES.some((one) => before.endsWith(one));
};
const ILLNESSES = [...hanDepartmentWords.subjects, '麻风', '地方', '慢性'];

/** The word for a hospital in another language that a name has ("Rumah Sakit Huashan"); null for none. */
const foreignHouse = (name: string): string | null => {
  if (hasHan(name))
    return otherLanguages.han.find((word) => name.endsWith(word) && !isOfIllness(name, word)) ?? null;
  const text = ` ${plain(name).replace(/[^a-z]+/gu, ' ')} `;
  return /\b(?:hospital|clinic|center|centre)\b/u.test(text) || endsInSlip(name)
    ? null
    : (otherLanguages.latin.find((word) => text.includes(` ${word} `)) ?? compoundHouse(text));
};

/** Shorter words end other words by chance. */
const COMPOUNDED = 6;

/** A word of which one for a hospital is the end: Kinderkrankenhaus, Poliklinik, Inselspital. */
const compoundHouse = (text: string): string | null =>
  text
    .split(' ')
    .find((token) =>
      otherLanguages.latin.some(
        (word) => word.length >= COMPOUNDED && !word.includes(' ') && token.endsWith(word),
      ),
    ) ?? null;

const offersOne = ({ code }: Reason): boolean => code === 'name.nearest';

/** The words as they stand in the name, with their marks. */
const asWritten = (name: string, word: string): string => {
  const at = plain(name).indexOf(word);
  const marked = plain(name).length === name.length ? name.slice(at, at + word.length) : word;
  return at < 0 ? word : marked;
};

/**
 * What is said of a name with a word for a hospital in another language, or in letters that are not read (Больница): how to ask instead. Whom it may have
 * meant stands beside, by the English word in its place where that means somebody (“Ruijin Krankenhaus”). Null for any other name, and where it is on record as it was typed.
 */
export const inOtherLanguage: Reading = async ({ name, found, find }) => {
  if (found.why.some(saysEqual)) return null;
  const word = foreignHouse(name);
  const unread =
    word === null && inOtherLetters(name) && found.match === 'none' && !found.why.some(offersOne);
  if (word === null && !unread) return null;
  if (word === null) return noMatch([reason('name.other-letters', { name })]);
  const words = asWritten(name, word);
  // “Kinderkrankenhaus” says more than a hospital.
  const named = otherLanguages.latin.includes(word) ? await find(name.replace(words, ' Hospital')) : found;
  const meant = named.id === null && named.match !== 'ambiguous' ? found : named;
  return noMatch([reason('name.other-language', { words })], meantBy(meant));
};
