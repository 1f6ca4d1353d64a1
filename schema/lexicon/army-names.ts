import { z } from 'zod';
import file from './army-names.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

/** What tells a hospital of the army or the armed police by its name. */
export const armyNames = readLexicon(
  file,
  z.strictObject({ marks: words, branches: words, afterBranch: words, leftOut: words }).readonly(),
);
