import { z } from 'zod';
import file from './mark-words.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

/** Words that say that something is a mark or a grade, never which one, and what the levels of hospitals are called. */
export const markWords = readLexicon(
  file,
  z
    .strictObject({
      dropped: z.strictObject({ en: words, zh: words }).readonly(),
      licence: words,
      gradeWords: words,
      levels: z.strictObject({ 1: words, 2: words, 3: words }).readonly(),
    })
    .readonly(),
);
