import { z } from 'zod';
import { bilingual } from '../base.ts';
import { readLexicon } from './read-lexicon.ts';
import file from './treatments.json' with { type: 'json' };

const treatment = z
  .strictObject({
    /** The code that is asked about. */
    code: z.string().min(1),
    /** Further codes that mean the same to a patient. */
    also: z.array(z.string().min(1)).readonly().default([]),
    group: z.string().min(1),
    /** What a patient calls it. */
    name: bilingual,
    /** What it is, in two sentences; no advice. */
    what: bilingual,
  })
  .readonly();

/** A treatment as a patient knows it: one everyday name for all codes of the vocabulary that mean it. */
export type Treatment = z.infer<typeof treatment>;

/** Every treatment, in the order in which they are listed, and the groups they are looked for in. */
export const { groups: treatmentGroups, treatments } = readLexicon(
  file,
  z.strictObject({
    groups: z.record(z.string(), bilingual).readonly(),
    treatments: z.array(treatment).readonly(),
  }),
);
