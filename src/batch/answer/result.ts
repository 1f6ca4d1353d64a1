import { z } from 'zod';
import { day } from '../../../schema/base.ts';
import { outcomes } from '../../../schema/verdict.ts';

/** What a row says to people: its outcome, and of a “no” whether the law forbids what was asked, or a term has ended. */
export const rowStates = [...outcomes, 'prohibited', 'expired'] as const;
export type RowState = (typeof rowStates)[number];

const rowCandidate = z.strictObject({
  id: z.string(),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  province: z.string().nullable(),
  city: z.string().nullable(),
});
export type RowCandidate = Readonly<z.infer<typeof rowCandidate>>;

/** What is added to a row of a list. A row that cannot be read has no outcome, and `problem` says what is wrong with it. */
export const rowResult = z.strictObject({
  outcome: z
    .enum(outcomes)
    .nullable()
    .describe(
      'null: the row could not be read; `problem` says why. Where that is the treatment or a mark alone, who is meant and the licence stand beside it',
    ),
  state: z
    .enum(rowStates)
    .nullable()
    .describe(
      'The outcome, as badges and pages tell it: `prohibited` where `refuted` rests on a ban, `expired` where it rests on a term that ended',
    ),
  answer: z
    .string()
    .nullable()
    .describe(
      'The verdict in one sentence; without an outcome, what is known of the part that could be read',
    ),
  candidates: z
    .array(rowCandidate)
    .describe('Where more than one institution could be meant: the likeliest three'),
  moreCandidates: z.int().describe('How many more than these could be meant'),
  nameZh: z.string().nullable().describe('The institution that was taken to be meant'),
  nameEn: z.string().nullable(),
  id: z.string().nullable(),
  licence: z.string().nullable().describe('The practice licence in one sentence'),
  evidence: z.string().nullable().describe('Address of what it rests on'),
  lastKnown: z.string().nullable(),
  nextDue: day.nullable().describe('The first day on which this answer may read differently'),
  problem: z.string().nullable().describe('What is wrong with the row, by column'),
});
export type RowResult = Readonly<z.infer<typeof rowResult>>;

/** The same as it is kept; what was answered before states and candidates were kept has none. */
export const keptResult = rowResult.extend({
  state: rowResult.shape.state.default(null),
  candidates: rowResult.shape.candidates.default([]),
  moreCandidates: rowResult.shape.moreCandidates.default(0),
});

/** A result that says nothing but what is wrong. */
export const badRow = (problem: string): RowResult => ({
  outcome: null,
  state: null,
  answer: null,
  candidates: [],
  moreCandidates: 0,
  nameZh: null,
  nameEn: null,
  id: null,
  licence: null,
  evidence: null,
  lastKnown: null,
  nextDue: null,
  problem,
});
