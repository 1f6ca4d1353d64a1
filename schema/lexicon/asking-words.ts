import { z } from 'zod';
import file from './asking-words.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

const longestFirst = words.transform((all) => all.toSorted((a, b) => b.length - a.length));

/** Words with which people ask about a hospital and that are no part of its name, the longest first. */
export const askingWords = readLexicon(
  file,
  z
    .strictObject({
      chineseBefore: longestFirst,
      chineseBehind: longestFirst,
      englishBefore: longestFirst,
      englishBehind: longestFirst,
    })
    .readonly(),
);
