import { z } from 'zod';
import { day } from './base.ts';
import { institutionSummary, outcomes } from './verdict.ts';

/** What is told of an institution when nothing but it is asked, as its badge states it: no treatment, no mark. */
const headlineSchema = z.strictObject({
  outcome: z.enum(outcomes),
  licence: z.strictObject({ result: z.string(), status: z.string().nullable() }),
});

/** The generation and the rules that answered, on the day on which the generation was published. */
export const headlineBasis = z.strictObject({
  generation: z.number().int(),
  policyVersion: z.string(),
  day,
});
export type HeadlineBasis = Readonly<z.infer<typeof headlineBasis>>;

/** One headline that became another one, as partners read it. */
export const headlineChange = z.strictObject({
  ...headlineBasis.shape,
  id: z.string(),
  institution: institutionSummary.nullable().describe('null: not on record any more'),
  mergedInto: z.string().nullable(),
  before: headlineSchema.nullable().describe('null: it was not on record, or nothing was compared before'),
  after: headlineSchema.nullable(),
  why: z.strictObject({
    moved: z
      .array(z.enum(['generation', 'policy', 'day']))
      .describe('What differs from the comparison before'),
    reasons: z
      .array(z.strictObject({ code: z.string(), text: z.string() }))
      .describe('Reasons that came; where none did, those that stand'),
    gone: z.array(z.string()),
  }),
});
export type HeadlineChange = Readonly<z.infer<typeof headlineChange>>;
