import { z } from 'zod';
import file from './other-name-words.json' with { type: 'json' };
import { readLate, words } from './read-lexicon.ts';

const longestFirst = words.transform((all) => all.toSorted((a, b) => b.length - a.length));

/** Words before another name of the same hospital, in Chinese and in English, the longest first. */
export const otherNameWords = readLate(file, () =>
  z.strictObject({ zh: longestFirst, en: longestFirst }).readonly(),
);
