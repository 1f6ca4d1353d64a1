import { z } from 'zod';
import { day, instant, languages } from '../../../schema/base.ts';
import { batchFields } from '../../../schema/lexicon/batch-headings.ts';
import { rowResult } from '../../batch/answer/result.ts';
import { resultFormats } from '../../batch/write/answered.ts';
import { countsShape } from '../../batch/write/summary.ts';
import { type Media, operation } from '../shapes/operation.ts';

const states = ['held', 'waiting', 'running', 'done', 'cancelled', 'failed'] as const;

/** A list that was handed in, and how far it is. */
export const batchShape = z
  .strictObject({
    id: z.string(),
    state: z
      .enum(states)
      .describe(
        '`held`: handed in on the page for partners and not started there yet; `failed`: given up after several tries; the answers there are stay',
      ),
    file: z.string(),
    lang: z.enum(languages),
    rows: z.int(),
    done: z.int().describe('Rows that are answered or said to be wrong'),
    counts: countsShape,
    columns: z
      .array(
        z.strictObject({
          sheet: z.string().nullable(),
          column: z.string().describe('The letters a spreadsheet shows above it'),
          heading: z.string(),
          field: z.enum(batchFields),
        }),
      )
      .describe('What was recognised; nothing else is read'),
    unread: z
      .array(z.strictObject({ sheet: z.string().nullable(), column: z.string(), heading: z.string() }))
      .describe('Columns with cells that no answer takes into account; `column=service=…` has one read'),
    notes: z.array(z.string()),
    createdAt: instant,
    endedAt: instant.nullable(),
    expiresAt: instant.describe('From then on it is gone'),
    generation: z.int().nullable().describe('All rows are answered by it; null before it is begun'),
    asOf: day.nullable(),
    policyVersion: z.string().nullable(),
  })
  .meta({ id: 'Batch' });

export const batchesShape = z.strictObject({ batches: z.array(batchShape) });

const rowShape = z.strictObject({
  sheet: z.string().nullable(),
  line: z.int().describe('As the file or the sheet counts, from 1'),
  hidden: z.boolean(),
  given: z.record(z.string(), z.string()),
  result: rowResult.nullable(),
});

export const batchRowsShape = z.strictObject({
  rows: z.array(rowShape),
  next: z.int().nullable().describe('`after` of the rows that follow; null where there are none yet'),
  batch: batchShape,
});

const texts = z.union([z.string(), z.array(z.string())]).optional();

export const postQuery = z.strictObject({
  file: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('What the list is called; in messages and in the result'),
  lang: z.enum(languages).optional().describe('Language of answers and problems; else Accept-Language'),
  column: texts.describe('Your own heading for a field: name=Krankenhaus; repeatable'),
  service: z.string().max(60).optional().describe('A treatment for every row whose own cell is empty'),
  claim: texts.describe('Marks or titles for every row whose own cell is empty; repeatable'),
  asOf: z.iso.date().optional().describe('A day for every row whose own cell is empty'),
});

/** The list with its answers as one JSON document. */
export const batchResultShape = z.strictObject({
  file: z.string(),
  lang: z.enum(languages),
  generation: z.int().nullable(),
  asOf: day.nullable(),
  policyVersion: z.string(),
  notes: z.array(z.string()),
  rows: z.array(rowShape),
  summary: countsShape,
});

/** The file itself; what it is, is told by its bytes. */
export const listBody = z.any().meta({ type: 'string', format: 'binary' });

export const rowsQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(1_000_000).default(0).describe('How many rows to pass over'),
  limit: z.coerce.number().int().min(1).max(1000).default(250),
});

export const resultQuery = z.strictObject({
  format: z.enum(resultFormats).default('xlsx'),
});

export const batchParams = z.strictObject({ id: z.string().min(1).max(60) });
export const noQuery = z.strictObject({});

type About = Readonly<{ id: string; summary: string; description?: string }>;

/** What the reference says of an address for lists: one tag, and the key it wants. */
export const listOperation = <Parts extends Readonly<Record<string, unknown>>>(
  about: About,
  answer: z.ZodType | Media,
  parts: Parts,
  refused: Parameters<typeof operation>[3] = [],
) => ({
  ...operation({ tag: 'Lists', examples: [], ...about }, answer, parts, [400, 401, 403, ...refused]),
  security: [{ partner: [] }],
});
