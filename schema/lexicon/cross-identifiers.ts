import { z } from 'zod';
import file from './cross-identifiers.json' with { type: 'json' };
import { readLexicon } from './read-lexicon.ts';

const numbers = z
  .strictObject({
    isni: z.string().regex(/^\d{15}[\dX]$/),
    wikidata: z.string().regex(/^Q\d{1,12}$/),
    lei: z.string().regex(/^[0-9A-Z]{18}\d{2}$/),
  })
  .partial()
  .readonly();

/** The registries whose numbers may stand beside a ROR number. */
export const crossSchemes = ['isni', 'wikidata', 'lei'] as const;

/** What ROR's records say of a ROR number: the same organisation in ISNI, in Wikidata, and as a legal entity (LEI), as far as an open list says. */
export const crossIdentifiers = readLexicon(
  file,
  z.record(z.string().regex(/^0[a-z0-9]{8}$/), numbers).readonly(),
);
