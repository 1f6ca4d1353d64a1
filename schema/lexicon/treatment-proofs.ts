import { z } from 'zod';
import { bilingual } from '../base.ts';
import { gates } from '../credential.ts';
import { readLexicon } from './read-lexicon.ts';
import file from './treatment-proofs.json' with { type: 'json' };

const proof = z
  .strictObject({
    /** The document that proves the permission. */
    proof: bilingual,
    /** What no authority publishes about it. */
    unpublished: bilingual,
    /** The article behind it, for gates that no entry of schema/codes/services.json stands for. */
    basis: bilingual.optional(),
    /** Signs of schema/codes/warning-signs.json that offers of such treatments often show. */
    signs: z.array(z.string().min(1)).min(1).readonly(),
  })
  .readonly();

/** By gate: what proves its permission, what nobody publishes, and which signs to look for in an offer. */
export const treatmentProofs = readLexicon(file, z.partialRecord(z.enum(gates), proof).readonly());
