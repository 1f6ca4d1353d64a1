import { englishNameWords as WORDS } from '../../../schema/lexicon/name-words.ts';
import { shortLevenshtein } from '../../text/edit-distance.ts';
import { spelledInPinyin } from './sound.ts';

const known = new Set(WORDS.flatMap((one) => [one, `${one}s`]));

/** Letters in another order count as one slip. */
const swapped = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};

const memo = new Map<string, string>();

const findCorrection = (word: string): string => {
  if (known.has(word) || spelledInPinyin(word)) return word;
  const near = (most: number) =>
    WORDS.find((one) => one[0] === word[0] && (swapped(one, word) || shortLevenshtein(one, word) <= most));
  return near(1) ?? (word.length >= 9 ? near(2) : undefined) ?? word;
};

/** A word of at least six letters, corrected where one letter (two in words of nine) makes it a common word of hospital names. */
export const correctWord = (word: string): string => {
  const before = memo.get(word);
  if (before !== undefined) return before;
  const right = findCorrection(word);
  if (memo.size < 20_000) memo.set(word, right);
  return right;
};
