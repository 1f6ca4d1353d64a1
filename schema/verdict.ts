import { z } from 'zod';
import { day, instant, partialDate, sha256 } from './base.ts';
import { gates } from './credential.ts';
import { transports } from './snapshot.ts';
import { completeness, evidenceKinds, obtainedHow } from './source.ts';
import { askedLine, lastKnown, licenceLine } from './verdict-lines.ts';

export const outcomes = ['confirmed', 'limited', 'refuted', 'unknown', 'ambiguous'] as const;
export type Outcome = (typeof outcomes)[number];

export const matches = ['exact', 'strong', 'ambiguous', 'branch-not-on-record', 'lookalike', 'none'] as const;
export type Match = (typeof matches)[number];

export const results = ['met', 'not-met', 'unknown'] as const;
export type Result = (typeof results)[number];

/** Status of one accreditation (verdict.md §3); null for gates without such a vocabulary. */
export const accreditationStatuses = [
  'current',
  'lapsed-by-term',
  'withdrawn',
  'suspended',
  'revoked',
  'cancelled',
  'claim-only',
  'not-found',
  'source-unavailable',
  'scope-mismatch',
  'not-an-accreditation',
  'scheme-closed-here',
] as const;

const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type ReasonParams = Readonly<z.infer<typeof params>>;

/** A reason before it is put into words: a code of the closed catalogue and its parameters. */
export type Reason = Readonly<{ code: string; params: ReasonParams }>;

export const reasonSchema = z.strictObject({
  code: z.string(),
  params,
  text: z.string(),
});

export const evidenceSchema = z.strictObject({
  kind: z.enum(evidenceKinds),
  how: z.enum(obtainedHow),
  source: z.string(),
  authority: z.string(),
  asOf: partialDate.nullable(),
  retrievedAt: instant,
  /** Whether the list may still decide on the day asked about. */
  fresh: z.boolean(),
  /** Whole days between the list's date and the day asked about; null when the list has no date. */
  ageDays: z.number().int().nullable(),
  freshnessDays: z.number().int().nullable(),
  transport: z.enum(transports),
  sha256,
  row: z.number().int(),
  /** Where the fact was published. */
  cite: z.string().nullable(),
  /** Where Licet shows what it kept. */
  url: z.string(),
});
export type Evidence = Readonly<z.infer<typeof evidenceSchema>>;

export const institutionSummary = z.strictObject({
  id: z.string(),
  name: z.strictObject({
    zh: z.string().nullable(),
    en: z.string().nullable(),
    translation: z
      .string()
      .optional()
      .describe(
        'English words of ours for the Chinese name, where no English name is on record; never a name of the institution',
      ),
  }),
  province: z.string().nullable(),
  city: z.string().nullable(),
  licenceNumber: z.string().nullable(),
  test: z.literal(true).optional(),
});
export type InstitutionSummary = Readonly<z.infer<typeof institutionSummary>>;

export const candidateSchema = institutionSummary.extend({
  score: z.number().min(0).max(1),
  why: z.array(reasonSchema),
  address: z.string().nullable().optional(),
  /** What tells it from the other candidates. */
  apart: z.array(reasonSchema).optional(),
  /** The answer to the question, were it this one; where nobody is settled. */
  outcome: z.enum(outcomes).optional(),
  licence: licenceLine.pick({ result: true, sentence: true, asOf: true, ageDays: true }).optional(),
});

export const identitySchema = z.strictObject({
  match: z.enum(matches),
  score: z.number().min(0).max(1),
  why: z.array(reasonSchema),
  institution: institutionSummary.nullable(),
  candidates: z.array(candidateSchema),
  /** The one detail that would settle most, where several could be meant. */
  settle: reasonSchema.optional(),
});

export const checkSchema = z.strictObject({
  gate: z.enum(gates),
  ask: z.string().nullable(),
  result: z.enum(results),
  /** Accreditation status, or the status word of the row that decided; null when there is none. */
  status: z.string().nullable(),
  reasons: z.array(reasonSchema),
  evidence: z.array(evidenceSchema),
});

const searchedSchema = z.strictObject({
  source: z.string(),
  title: z.string(),
  authority: z.string(),
  asOf: partialDate.nullable(),
  state: z.enum(['fresh', 'stale', 'unavailable']),
  completeness: z.enum(completeness),
});

const checkYourselfSchema = z.strictObject({
  authority: z.string(),
  url: z.string(),
  type: z.string(),
});

export const verdictSchema = z.strictObject({
  outcome: z.enum(outcomes),
  /** The verdict in one plain sentence. */
  summary: z.string(),
  licence: licenceLine,
  /** Each thing asked: its result, one sentence, and the next step; empty where nothing but the hospital was asked. */
  asked: z.array(askedLine),
  /** What a yes comes with; never empty where the outcome is `limited`, empty where it is not. */
  caveats: z.array(reasonSchema),
  /** Where the outcome is `unknown`: what was last known, and when. */
  lastKnown: lastKnown.nullable(),
  identity: identitySchema,
  checks: z.array(checkSchema),
  practitioner: z.null(),
  /** Things a reader must know that are about no single check (outsourced departments, military hospitals …). */
  notices: z.array(reasonSchema),
  searched: z.array(searchedSchema),
  checkYourself: z.array(checkYourselfSchema),
  test: z.literal(true).optional(),
  policyVersion: z.string(),
  generation: z.number().int(),
  asOf: day,
  answeredAt: instant,
  /** The first day on which this answer may read differently because something ages or ends; null if nothing does. */
  nextDue: day.nullable(),
});
export type Verdict = z.infer<typeof verdictSchema>;
export type Check = z.infer<typeof checkSchema>;
export type Identity = z.infer<typeof identitySchema>;

/** What the registry found, before it is put into words. */
export type Identification = Readonly<{
  match: Match;
  score: number;
  why: readonly Reason[];
  /** Set exactly when `match` is exact or strong. */
  id: string | null;
  candidates: readonly Readonly<{ id: string; score: number; why: readonly Reason[] }>[];
}>;
