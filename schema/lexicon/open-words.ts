import { z } from 'zod';
import file from './open-words.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

const inBoth = z.strictObject({ zh: words, en: words }).readonly();

/** Words of hospitals' names that say of what rank, region or spirit a hospital is, and not which one. */
export const openWords = readLexicon(
  file,
  z.strictObject({ rank: inBoth, region: inBoth, usual: inBoth }).readonly(),
);
