import { z } from 'zod';
import { readLexicon, words } from './read-lexicon.ts';
import file from './short-parents.json' with { type: 'json' };

/** Short forms of the bodies that hospitals belong to, the towns said before them, and what such hospitals are called themselves. */
export const shortParents = readLexicon(
  file,
  z.strictObject({ towns: words, parents: words, ownNames: words }).readonly(),
);
