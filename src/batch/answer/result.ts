import { z } from 'zod';
import { type Bilingual, day } from '../../../schema/base.ts';
import { outcomes } from '../../../schema/verdict.ts';

/** What is added to a row of a list. A row that cannot be read has no outcome, and `problem` says what is wrong with it. */
export const rowResult = z.strictObject({
  outcome: z
    .enum(outcomes)
    .nullable()
    .describe(
      'null: the row could not be read; `problem` says why. Where that is the treatment or a mark alone, who is meant and the licence stand beside it',
    ),
  answer: z.string().nullable().describe('The verdict in one sentence'),
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

/** The columns that are added, in their order, and what they are called. */
export const addedTitles = {
  outcome: { en: 'Licet: outcome', zh: 'Licet：结论' },
  answer: { en: 'Licet: answer', zh: 'Licet：答复' },
  nameZh: { en: 'Licet: matched name (Chinese)', zh: 'Licet：匹配名称（中文）' },
  nameEn: { en: 'Licet: matched name (English)', zh: 'Licet：匹配名称（英文）' },
  id: { en: 'Licet: id', zh: 'Licet：编号' },
  licence: { en: 'Licet: practice licence', zh: 'Licet：执业许可' },
  evidence: { en: 'Licet: evidence', zh: 'Licet：依据' },
  lastKnown: { en: 'Licet: last known', zh: 'Licet：最后所知' },
  nextDue: { en: 'Licet: next due', zh: 'Licet：下次应复核' },
  problem: { en: 'Licet: what is wrong with the row', zh: 'Licet：该行问题' },
} as const satisfies Readonly<Record<keyof RowResult, Bilingual>>;

export const addedColumns = Object.keys(addedTitles) as readonly (keyof RowResult)[];

/** A result that says nothing but what is wrong. */
export const badRow = (problem: string): RowResult => ({
  outcome: null,
  answer: null,
  nameZh: null,
  nameEn: null,
  id: null,
  licence: null,
  evidence: null,
  lastKnown: null,
  nextDue: null,
  problem,
});
