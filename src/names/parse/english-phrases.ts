import { englishPhraseList } from '../../../schema/lexicon/name-words.ts';

/** English phrases and variants → words of the name lexicon, each set off by spaces. Read in this order. */
export const englishPhrases: readonly (readonly [RegExp, string])[] = englishPhraseList.map(
  ({ phrase, words }) => [new RegExp(`\\b(?:${phrase})(?![a-z])`, 'gu'), ` ${words} `],
);
