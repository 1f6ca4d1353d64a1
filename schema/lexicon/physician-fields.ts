import { z } from 'zod';
import file from './physician-fields.json' with { type: 'json' };
import { readLexicon, word, words } from './read-lexicon.ts';

/** Which category and fields of a registration cover a treatment. */
export const physicianFields = readLexicon(
  file,
  z.strictObject({ category: word, fields: z.record(word, words).readonly() }).readonly(),
);
