import { z } from 'zod';
import file from './named-in-text.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

const both = z.strictObject({ en: words, zh: words }).readonly();

/** How hospitals stand in running text. */
export const namedInText = readLexicon(
  file,
  z.strictObject({ houses: both, sometimes: both, before: both, parts: words }).readonly(),
);
