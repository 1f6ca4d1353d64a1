import { englishNameWords as WORDS } from '../../../schema/lexicon/name-words.ts';
import { neighboursExchanged, shortLevenshtein } from '../../text/edit-distance.ts';
import { spelledInPinyin } from './sound.ts';

const known = new Set(WORDS.flatMap((one) => [one, `${one}s`]));

const memo = new Map<string, string>();

const findCorrection = (word: string): string => {
  if (known.has(word) || spelledInPinyin(word)) return word;
  const near = (most: number) =>
    WORDS.find(
      (one) => one[0] === word[0] && (neighboursExchanged(one, word) || shortLevenshtein(one, word) <= most),
    );
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
