import { z } from 'zod';
import { readLexicon, wordTable } from './read-lexicon.ts';
import file from './universities.json' with { type: 'json' };

/** Universities that were renamed (`renamed`: old → present name), and the town of those whose name does not say it (`seats`). */
export const universities = readLexicon(
  file,
  z.strictObject({ renamed: wordTable, seats: wordTable }).readonly(),
);
