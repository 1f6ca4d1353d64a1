import { z } from 'zod';
import file from './cross-identifiers.json' with { type: 'json' };
import { readLexicon } from './read-lexicon.ts';

const numbers = z
  .strictObject({ isni: z.string().regex(/^\d{15}[\dX]$/), wikidata: z.string().regex(/^Q\d{1,12}$/) })
  .partial()
  .readonly();

/** What ROR's records say of a ROR number: the same organisation in ISNI and in Wikidata. */
export const crossIdentifiers = readLexicon(
  file,
  z.record(z.string().regex(/^0[a-z0-9]{8}$/), numbers).readonly(),
);
