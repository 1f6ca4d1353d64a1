import { englishNameWords as WORDS } from '../../../schema/lexicon/name-words.ts';
import { neighboursExchanged, shortLevenshtein } from '../../text/edit-distance.ts';
import { remembered } from '../../text/remembered.ts';
import { spelledInPinyin } from './sound.ts';

/** Most words that are remembered. */
const KEPT = 20_000;
const known = new Set(WORDS.flatMap((one) => [one, `${one}s`]));

/** A word of at least six letters, corrected where one letter (two in words of nine) makes it a common word of hospital names. */
export const correctWord = remembered(KEPT, (word): string => {
  if (known.has(word) || spelledInPinyin(word)) return word;
  const near = (most: number) =>
    WORDS.find(
      (one) => one[0] === word[0] && (neighboursExchanged(one, word) || shortLevenshtein(one, word) <= most),
    );
  return near(1) ?? (word.length >= 9 ? near(2) : undefined) ?? word;
});
