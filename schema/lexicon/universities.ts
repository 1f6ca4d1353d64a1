import { z } from 'zod';
import { readLexicon, words, wordTable } from './read-lexicon.ts';
import file from './universities.json' with { type: 'json' };

/**
 * Universities that were renamed (`renamed`: old → present name), the town of those whose name does not say it (`seats`), bodies of several names
 * or with a college of medicine (`oneBody`), words of
 * their own that are never cut (`saidWhole`), and those that have hospitals, by their present names.
 */
export const universities = readLexicon(
  file,
  z
    .strictObject({
      renamed: wordTable,
      seats: wordTable,
      oneBody: z.array(words).readonly(),
      saidWhole: words,
      withHospitals: z.array(z.string().min(4)).readonly(),
    })
    .readonly(),
);
