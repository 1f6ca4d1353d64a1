import { z } from 'zod';
import { problemSchema } from '../../../schema/problem.ts';
import { MAX_BATCH, MAX_CLAIMS, questionFields } from '../../../schema/question.ts';
import { verdictSchema } from '../../../schema/verdict.ts';
import { operation } from './operation.ts';

/** One claim, several with commas between them, or a list: as many as the reader takes (src/ask/read-codes.ts). */
const claim = z
  .union([z.string(), z.array(questionFields.claim).max(MAX_CLAIMS)])
  .meta(questionFields.claim.meta() ?? {});

const question = z.strictObject({ ...questionFields, claim }).partial();

/** The question in an address. */
export const verifyQuery = question.omit({ practitioner: true, certificateNumber: true, purpose: true });

/** The question in a body: the same, and a physician may be named. */
export const verifyBody = question.meta({ id: 'Question', title: 'Question' });

export const batchAnswer = z.object({ answers: z.array(verdictSchema) });

/** With `partial=true`: a question that cannot be answered has its problem in its place. */
const partialAnswer = z.object({
  answers: z.array(z.union([verdictSchema, z.strictObject({ problem: problemSchema })])),
});

const partialQuery = z.strictObject({
  partial: z
    .enum(['true', 'false'])
    .optional()
    .describe('true: each question of an array is answered by itself'),
});

const about = {
  tag: 'Verdicts',
  description:
    'Name the institution by `name`, `uscc`, `licenceNumber` or `id`, and say what you want to rely on it for. ' +
    'The same question gets the same bytes until the registry, the policy or the day changes; `ETag` says so.',
};

export const verifySchema = operation(
  {
    ...about,
    id: 'verify',
    summary: 'May one rely on this institution, for this, on this day?',
    examples: [
      { path: '/v1/verify?name=Ruijin%20Hospital' },
      { path: '/v1/verify?name=Huashan%20Hospital&claim=jci&lang=zh' },
      {
        path: '/v1/verify?name=%E5%8C%97%E4%BA%AC%E5%8D%8F%E5%92%8C%E5%8C%BB%E9%99%A2&service=art.ivf&asOf=2025-09-01',
      },
    ],
  },
  verdictSchema,
  { querystring: verifyQuery },
  [400],
);

export const verifyBatchSchema = operation(
  {
    ...about,
    id: 'verifyByPost',
    summary: `The same by POST: one question, or 1 to ${MAX_BATCH} in an array`,
    description: `${about.description} An array is answered as {"answers":[…]} in its order; one bad question refuses the whole batch, and \`errors\` points at each field (/3/service). With \`partial=true\` each is answered by itself, and a bad one has its {"problem":…} in its place. Longer lists: /v1/batches.`,
    examples: [
      { path: '/v1/verify', body: { name: 'Ruijin Hospital', claim: ['jci'] } },
      { path: '/v1/verify', body: [{ name: '瑞金医院' }, { name: 'Zhongshan Hospital', service: 'G06' }] },
    ],
  },
  z.union([verdictSchema, batchAnswer, partialAnswer]),
  { querystring: partialQuery, body: z.union([verifyBody, z.array(verifyBody).min(1).max(MAX_BATCH)]) },
  [400, 413, 415],
);
