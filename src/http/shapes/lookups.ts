import { z } from 'zod';
import { bilingual, day, instant, languages, partialDate, sha256 } from '../../../schema/base.ts';
import { credentialSchema } from '../../../schema/credential.ts';
import { identifierSchema, nameSchema, placeSchema, traitsSchema } from '../../../schema/record.ts';
import { snapshotSchema } from '../../../schema/snapshot.ts';
import { completeness, evidenceKinds, obtainedHow } from '../../../schema/source.ts';
import {
  candidateSchema,
  evidenceSchema,
  institutionSummary,
  matches,
  reasonSchema,
} from '../../../schema/verdict.ts';

/** Positions in the answer's own `evidence`. */
const marks = z.array(z.number().int().nonnegative()).describe('Positions in `evidence`, from 0');

const shownEvidence = evidenceSchema
  .extend({
    seenFirst: partialDate.nullable(),
    seenLast: partialDate.nullable(),
    /** False once the list no longer holds the row. */
    current: z.boolean(),
  })
  .meta({ id: 'ShownEvidence' });

export const institutionAnswer = z.strictObject({
  institution: institutionSummary,
  names: z.array(nameSchema.extend({ evidence: marks })),
  place: placeSchema,
  addresses: z.array(z.strictObject({ address: z.string(), evidence: marks })),
  identifiers: z.array(identifierSchema.extend({ evidence: marks })),
  credentials: z.array(credentialSchema.extend({ evidence: marks })),
  traits: traitsSchema,
  evidence: z.array(shownEvidence),
  /** What persons judged of it: joined with, or held apart from, another record since a day. */
  judgements: z.array(
    z.strictObject({ decision: z.enum(['same', 'different']), other: z.string(), on: day }),
  ),
  asOf: day,
  generation: z.number().int(),
});

export const candidatesAnswer = z.strictObject({
  match: z.enum(matches),
  why: z.array(reasonSchema),
  candidates: z.array(candidateSchema),
  generation: z.number().int(),
});

const technologyAnswer = z.strictObject({
  code: z.string(),
  gate: z.string(),
  name: bilingual,
  /** What in law it is: prior approval, filing, product, prohibited … */
  kind: z.string(),
  basis: bilingual.nullable(),
  words: z.strictObject({ en: z.array(z.string()), zh: z.array(z.string()) }),
});

const referenceFact = z.strictObject({
  kind: z.string(),
  code: z.string(),
  title: z.strictObject({ zh: z.string().optional(), en: z.string().optional() }),
  validFrom: partialDate.optional(),
  validUntil: partialDate.optional(),
  detail: z.record(z.string(), z.string()),
  evidence: shownEvidence,
});

export const technologiesAnswer = z.strictObject({ technologies: z.array(technologyAnswer) });
export const technologyDetail = technologyAnswer.extend({
  facts: z.array(referenceFact),
  generation: z.number().int(),
});

export const schemesAnswer = z.strictObject({
  schemes: z.array(z.looseObject({ code: z.string() })),
  programmes: z.array(z.looseObject({ code: z.string() })),
  claims: z.array(z.string()).describe('Every code that `claim` takes'),
});

const sourceAnswer = z.strictObject({
  id: z.string(),
  title: z.string(),
  authority: z.string(),
  state: z.enum(['fresh', 'stale', 'unavailable']),
  evidenceKind: z.enum(evidenceKinds),
  how: z.enum(obtainedHow),
  completeness: z.enum(completeness),
  absence: z.enum(['not-met', 'unknown']),
  absenceNote: z.string(),
  gates: z.array(z.string()),
  /** The date of the edition that counts, and its age in whole days. */
  asOf: partialDate.nullable(),
  ageDays: z.number().int().nullable(),
  freshnessDays: z.number().int().nullable(),
  /** What that time rests on. */
  freshnessBecause: z.string().nullable(),
  /** Where it will soon stop deciding: its last day, and how many answers change the day after if nothing newer comes. */
  ageing: z
    .strictObject({
      lastDay: day,
      daysLeft: z.number().int(),
      warning: z.union([z.literal('three-quarters'), z.number().int()]),
      answersAtStake: z.number().int().nullable(),
    })
    .nullable(),
  rows: z.number().int().nullable(),
  lastRunAt: instant.nullable(),
  lastRun: z.string().nullable(),
  lastIssue: z.string().nullable(),
  off: z.string().nullable().describe('Why it is not read here at all: an interface whose key is not set'),
  rights: z.strictObject({ licence: z.string(), attribution: z.string(), redistribute: z.string() }),
  pages: z.array(z.string()),
});

export const sourcesAnswer = z.strictObject({
  generation: z.number().int(),
  registryHash: z.string(),
  sources: z.array(sourceAnswer),
});

export const sourceDetail = sourceAnswer.extend({
  editions: z.array(
    z.strictObject({
      asOf: partialDate.nullable(),
      acceptedAt: instant,
      rows: z.number().int(),
      snapshots: z.array(sha256),
    }),
  ),
  confirmedLive: day.nullable(),
  notes: z.string().nullable(),
});

export const evidenceAnswer = z.strictObject({
  snapshot: snapshotSchema,
  source: z.strictObject({ id: z.string(), title: z.string(), authority: z.string() }),
  rights: z.strictObject({ licence: z.string(), attribution: z.string(), redistribute: z.string() }),
  row: z.number().int().nullable(),
  /** The row's own words; null where none was asked for or the rights allow metadata only. */
  words: z.record(z.string(), z.string()).nullable(),
  wordsWithheld: z.string().nullable(),
  withdrawn: z
    .boolean()
    .describe('A person recorded the row, and it was taken back as never right: no answer rests on it'),
  institution: z.string().nullable(),
  /** Whether the bytes are on this machine; they are checked against their number when handed out. */
  kept: z.enum(['kept', 'missing', 'removed']),
  /** Address of the kept bytes; null where the rights forbid handing them out, or where they are not. */
  bytesUrl: z.string().nullable(),
  bytesWithheld: z.string().nullable(),
});

export const lang = z
  .enum(languages)
  .optional()
  .meta({ description: 'Language of the words; else Accept-Language' });
export const langQuery = z.strictObject({ lang });
export const noQuery = z.strictObject({});
