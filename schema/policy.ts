import { z } from 'zod';
import { bilingual, day } from './base.ts';
import { outcomes } from './verdict.ts';

/** A scheme whose issuer left a region: when it closed there, and when the last term of its normal cycle ended. */
const schemeExit = z.strictObject({ region: z.literal('mainland'), closed: day, lastTermEnds: day });
export type SchemeExit = Readonly<z.infer<typeof schemeExit>>;

/**
 * One version of the rules that are data. Old versions stay beside the new one for ever, so that an old answer can be
 * understood and two versions can be compared (`licet policy diff`).
 */
export const policySchema = z.strictObject({
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/),
  since: day,
  about: bilingual,
  /** What the outcome is about where something besides the hospital is asked: its licence, or what was asked (verdict.md §2). */
  outcomeAbout: z.enum(['licence', 'asked']),
  /** What is told beside the name and contradicts the record: only told, or a caveat of a yes. */
  contradictions: z.enum(['told', 'caveat']),
  /** What the law of the mainland forbids, asked of somebody who is on no record and may stand abroad: it refutes, or is told. */
  lawAbroad: z.enum(['refutes', 'told']),
  /** Days on which a law came into force. */
  lawDays: z.strictObject({ order818: day }),
  schemeExits: z.record(z.string(), schemeExit),
  /** Lists on which only hospitals of at least this grade may stand: they support a claim of it, they do not prove it. */
  impliedGrades: z.record(z.string(), z.string()),
  /** Days a physician's row counts, years operations ask for, years of a short-term licence; null: no row counts. */
  practitioner: z
    .strictObject({
      freshDays: z.number().int().positive(),
      surgeonYears: z.number().int().positive(),
      shortTermYears: z.number().int().positive(),
    })
    .nullable(),
});
export type Policy = Readonly<z.infer<typeof policySchema>>;

/** Why verdicts flip between two versions; a flip that no explanation covers stops the release. */
export const flipExplanation = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** The claim or service asked about, or `*`. */
  code: z.string(),
  was: z.enum(outcomes),
  is: z.enum(outcomes),
  because: bilingual,
});
export type FlipExplanation = Readonly<z.infer<typeof flipExplanation>>;
