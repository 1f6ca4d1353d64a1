import { z } from 'zod';
import { instant, sha256 } from './base.ts';
import { questionSchema } from './question.ts';
import { verdictSchema } from './verdict.ts';

/** One row an answer rests on: the page it stands on, and the row's own words, both as fingerprints. */
const receiptRow = z.strictObject({
  source: z.string(),
  /** SHA-256 of the page. */
  page: sha256,
  /** 0 means the whole page: an absence rests on all of it. */
  row: z.number().int().nonnegative(),
  /** SHA-256 of the row's words as canonical JSON; null where the whole page is meant. */
  words: sha256.nullable(),
});

/** What is signed: the question, the answer to it, and the rows the answer rests on. */
export const receiptSchema = z.strictObject({
  version: z.literal(1),
  issuer: z.string(),
  issuedAt: instant,
  question: questionSchema,
  verdict: verdictSchema,
  registryHash: z.string(),
  rows: z.array(receiptRow),
});
export type Receipt = Readonly<z.infer<typeof receiptSchema>>;

/**
 * A receipt and its seal: a detached JWS (EdDSA) over the canonical JSON of `receipt`. `log`: the entry of the public log that tells of the
 * generation that answered, and that it is in the log (C2SP tlog-proof).
 */
export const sealedReceipt = z.strictObject({
  receipt: receiptSchema,
  seal: z.string().max(2000),
  log: z.strictObject({ entry: z.string().max(2000), proof: z.string().max(10_000) }).optional(),
});
export type SealedReceipt = Readonly<z.infer<typeof sealedReceipt>>;
