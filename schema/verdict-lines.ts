import { z } from 'zod';
import { partialDate } from './base.ts';
import { gates } from './credential.ts';
import { evidenceKinds } from './source.ts';

export const licenceResults = ['met', 'implied', 'not-met', 'unknown'] as const;
export type LicenceResult = (typeof licenceResults)[number];

/** What to do next, in under ten minutes. */
const nextStep = z.strictObject({
  text: z.string(),
  /** The one page to open; null where nobody publishes one. */
  url: z.string().nullable(),
  /** What to type or look for there. */
  type: z.string().nullable(),
  /** A Chinese sentence to show at the desk of the hospital. */
  show: z.string().nullable(),
});
export type NextStep = Readonly<z.infer<typeof nextStep>>;

/** The practice licence in one line; every answer has it. */
export const licenceLine = z.strictObject({
  result: z
    .enum(licenceResults)
    .describe('`implied`: by an official list or a decision, not read in a register'),
  status: z.string().nullable(),
  sentence: z.string(),
  asOf: partialDate.nullable(),
  ageDays: z.number().int().nullable(),
  /** Addresses of what it rests on. */
  evidence: z.array(z.string()),
  next: nextStep.nullable(),
});
export type LicenceLine = Readonly<z.infer<typeof licenceLine>>;

/** One thing that was asked, however many checks it takes. */
export const askedLine = z.strictObject({
  ask: z.string().describe('The code asked about; `practitioner` for a physician'),
  result: z.enum(licenceResults).describe('`implied` only where the licence itself was asked'),
  status: z.string().nullable(),
  sentence: z.string(),
  asOf: partialDate.nullable(),
  ageDays: z.number().int().nullable(),
  next: nextStep.nullable(),
});
export type AskedLine = Readonly<z.infer<typeof askedLine>>;

/** What the newest statement said that is too old to decide. */
export const lastKnown = z.strictObject({
  gate: z.enum(gates),
  ask: z.string().nullable(),
  source: z.string(),
  list: z.string(),
  authority: z.string(),
  kind: z.enum(evidenceKinds),
  asOf: partialDate,
  ageDays: z.number().int(),
  sentence: z.string(),
  evidence: z.string(),
});
export type LastKnown = Readonly<z.infer<typeof lastKnown>>;
