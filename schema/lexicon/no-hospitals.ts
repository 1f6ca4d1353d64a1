import { z } from 'zod';
import { partialDate } from '../base.ts';
import file from './no-hospitals.json' with { type: 'json' };
import { readLexicon, word, words } from './read-lexicon.ts';

const entry = z.strictObject({
  is: z.enum(['area', 'chain', 'company']),
  names: words,
  /** The word that its houses on record bear. */
  bears: word.optional(),
  page: z.url(),
  date: partialDate.optional(),
});

export type NoHospital = Readonly<z.infer<typeof entry>>;

/** Areas, chains and companies that are asked for as if they were a hospital; loaded only when nobody on record is found. */
export const noHospitals: readonly NoHospital[] = readLexicon(file, z.array(entry).readonly());
