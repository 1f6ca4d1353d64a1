import { z } from 'zod';
import { instant, partialDate } from '../../../schema/base.ts';

const state = z.enum(['running', 'done', 'failed', 'interrupted']);
const kind = z
  .enum(['schedule', 'harvest', 'capture', 'accept', 'judgement'])
  .describe('What set the run off');

const runSummary = z.strictObject({
  id: z.number().int(),
  startedAt: instant,
  endedAt: instant.nullable(),
  kind,
  state,
  generation: z.number().int().nullable().describe('The newest generation after it'),
  registryHash: z.string().nullable(),
});

/** What came of one source in one run. */
const sourceRun = z.looseObject({
  source: z.string(),
  state: z.string().describe('accepted, unchanged, refused, challenged, unreachable, forbidden …'),
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  missing: z.number().int().describe('Missed for the first time; gone only when missed again'),
  issues: z.number().int(),
  refusals: z.array(z.string()),
  asOf: partialDate.nullable().describe('Date of the edition that speaks after the run'),
});

export const runsAnswer = z.strictObject({ runs: z.array(runSummary) });

export const runAnswer = runSummary.extend({
  report: z
    .looseObject({ sources: z.array(sourceRun).optional(), raised: z.boolean().optional() })
    .nullable()
    .describe('The whole report; null while the run is under way or when it was cut off'),
});
