import { z } from 'zod';
import { outcomes } from './verdict.ts';
import { licenceResults } from './verdict-lines.ts';

const told = z.strictObject({ outcome: z.enum(outcomes), licence: z.enum(licenceResults) });

/** An answer that becomes another one by what is about to be recorded. */
export const answerChange = z.strictObject({
  institution: z.string(),
  title: z.strictObject({ zh: z.string().nullable(), en: z.string().nullable() }),
  service: z
    .string()
    .nullable()
    .describe('The treatment that is asked about; null: nothing but the institution'),
  before: told.nullable().describe('null: it is not on record yet'),
  after: told.nullable().describe('null: it is not on record any more'),
  negative: z.boolean().describe('It becomes a no, which a second person has to look at'),
});
export type AnswerChange = Readonly<z.infer<typeof answerChange>>;
/** What is told of an institution when it, and perhaps a treatment, is asked about. */
export type Told = AnswerChange['after'];
