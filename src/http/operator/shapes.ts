import { z } from 'zod';
import { answerChange } from '../../../schema/answer-change.ts';
import { instant, partialDate, sha256 } from '../../../schema/base.ts';
import { captureFieldSchema } from '../../../schema/capture-field.ts';
import { captureBody } from './read-order.ts';

const answering = z
  .boolean()
  .describe('Whether answers come from it already; false while its names are still being indexed');

export const captureFormsAnswer = z.strictObject({
  captures: z.array(
    z.strictObject({
      source: z.string(),
      title: z.string(),
      authority: z.string(),
      closed: z.string().nullable().describe('Set where rows are not taken here, and says where instead'),
      url: z.string(),
    }),
  ),
});

export const captureFormAnswer = z.strictObject({
  source: z.string(),
  title: z.string(),
  authority: z.string(),
  open: z.url().describe('The address to open'),
  type: z.string().nullable().describe('What to type there'),
  freshnessDays: z.number().int().nullable().describe('Days for which a captured row may decide'),
  closed: z.string().nullable(),
  fields: z.array(
    z.strictObject({
      column: captureFieldSchema.shape.column,
      label: z.string(),
      kind: captureFieldSchema.shape.kind,
      meaning: z.string(),
      required: z.boolean(),
    }),
  ),
  templates: z.strictObject({ csv: z.string(), xlsx: z.string() }),
  limits: z.strictObject({ pageBytes: z.number(), fileBytes: z.number(), fileRows: z.number() }),
});

const lookedRow = z.strictObject({
  row: z.number().int().describe('Line of the file (its header is 1), or place in the body, from 1'),
  state: z.enum(['good', 'not-taken']),
  key: z.string().nullable(),
  problems: z.array(z.string()),
  warnings: z.array(z.string()),
  notInProof: z.array(z.string()).describe('Columns whose values the saved page does not show'),
  read: z
    .array(
      z.strictObject({
        column: z.string(),
        state: z
          .enum(['read', 'proposed', 'ambiguous', 'not-found'])
          .describe('`proposed`: a picture seems to show it; it counts once it is sent as a field'),
        value: z.string(),
        values: z.array(z.string()).describe('Several where the page contradicts itself'),
        where: z.string().describe('The words of the page in which it stands'),
      }),
    )
    .describe('With `read`: what the saved page shows, field by field'),
  dated: z
    .strictObject({ asOf: partialDate, from: z.enum(['given', 'row', 'page', 'look', 'none']) })
    .nullable()
    .describe(
      'The day the row is judged by: typed (`given`), in the row (`row`), stated by the page (`page`), or the day of the look (`look`)',
    ),
  changes: z.array(z.strictObject({ column: z.string(), before: z.string().nullable(), after: z.string() })),
  sha256: sha256.nullable().describe('The row as it is kept'),
});

export const captureAnswer = z.strictObject({
  source: z.string(),
  recorded: z.boolean(),
  by: z.string(),
  at: instant,
  rows: z.array(lookedRow),
  proof: z.strictObject({ sha256, contentType: z.string(), bytes: z.number().int() }).nullable(),
  answers: z.array(answerChange).describe('Answers that become others by it'),
  pending: z
    .number()
    .int()
    .nullable()
    .describe('The number under which it waits for a second person, since an answer becomes a no'),
  run: z.number().int().nullable().describe('The run of /v1/runs that recorded it; null for a dry run'),
  generation: z.number().int().describe('The generation that holds it'),
  answering,
});

/** The body in JSON; a form has the same as its part `capture`, and the files. */
export const captureBodies = z.union([
  captureBody,
  z.strictObject({
    capture: z.string().optional().describe('The JSON body, as a part of the form'),
    page: z
      .string()
      .optional()
      .describe('The saved page: a file .html, .pdf or .png, or its text as .txt')
      .meta({ format: 'binary' }),
    file: z.string().optional().describe('Many rows: a CSV or XLSX file').meta({ format: 'binary' }),
  }),
]);

export const refusalsAnswer = z.strictObject({
  refusals: z.array(
    z.strictObject({
      run: z.number().int().nullable().describe('The run of /v1/runs; decide under this number'),
      source: z.string(),
      at: instant,
      rows: z.number().int(),
      refusals: z.array(z.string()),
      pages: z.array(z.strictObject({ sha256, url: z.string(), contentType: z.string() })),
      upheld: z.boolean().describe('A person looked and upheld it'),
    }),
  ),
});

export const decisionBody = z.strictObject({
  reason: z.string().trim().min(3).max(500).describe('Why; kept on record'),
  source: z.string().max(100).optional().describe('Needed where the run refused several sources'),
});

export const decisionAnswer = z.strictObject({
  source: z.string(),
  decision: z.enum(['accept', 'refuse']),
  by: z.string(),
  at: instant,
  reason: z.string(),
  run: z.number().int(),
  generation: z.number().int(),
  answering,
});
