import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerChange } from '../../../schema/answer-change.ts';
import { instant, partialDate, sha256 } from '../../../schema/base.ts';
import type { CapturedRow } from '../../../schema/withdrawal.ts';
import { answeringToo } from '../shapes/operation.ts';
import type { OperatorDeps } from './deps.ts';
import { operatorOperation } from './operation.ts';
import { actOf } from './require-role.ts';

const params = z.strictObject({ source: z.string().min(1).max(100) });
const at = '/v1/operator/captures/:source';
/** Rows taken back that are told beside those on record. */
const WITHDRAWN_SHOWN = 50;

const capturedRow = z.strictObject({
  key: z.string().describe('The key of the row on its list: say it to withdraw the row'),
  names: z.array(z.string()),
  fields: z.record(z.string(), z.string()).describe('The row as it was recorded'),
  asOf: partialDate.nullable().describe('The day the row is judged by'),
  recordedAt: instant,
  institution: z.string().nullable(),
  sha256: sha256.describe('The row as it is kept; `/v1/operator/pages/{sha256}` shows it'),
});

const rowsAnswer = z.strictObject({
  rows: z.array(capturedRow),
  more: z.boolean().describe('Whether further rows follow: ask again with `offset`'),
  withdrawn: z
    .array(z.strictObject({ key: z.string(), at: instant, by: z.string(), because: z.string() }))
    .describe('What was taken back of this register, newest first, at most 50'),
});

const withdrawalBody = z.strictObject({
  key: z.string().min(1).max(300).describe('The key of the row, as `rows` shows it'),
  because: z.string().trim().min(3).max(600).describe('Why the row was never right; kept on record'),
});

const withdrawalAnswer = z.strictObject({
  source: z.string(),
  key: z.string(),
  row: capturedRow.describe('The row as it stands, or stood'),
  withdrawn: z.boolean(),
  by: z.string(),
  at: instant,
  answers: z.array(answerChange).describe('Answers that become others by it'),
  pending: z
    .number()
    .int()
    .nullable()
    .describe(
      'The number under which it waits for a second person, since an answer becomes a no or stops being one',
    ),
  run: z.number().int().nullable().describe('The run of /v1/runs that published it'),
  generation: z.number().int(),
  answering: z.boolean().describe('Whether answers come from it already'),
});

const shown = ({ raw, names, ...row }: CapturedRow): z.infer<typeof capturedRow> => ({
  ...row,
  names: [...names],
  fields: { ...raw },
});

const rowsSchema = operatorOperation(
  {
    id: 'capturedRows',
    summary: 'What persons recorded of a register and stands on record, newest first',
    description: 'With `q` those rows whose key or fields contain it.',
  },
  rowsAnswer,
  {
    params,
    querystring: z.strictObject({
      q: z.string().trim().max(100).default('').describe('A number or a name, or a part of one'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).max(1e7).default(0),
    }),
  },
  [400, 404, 409],
);

const withdrawSchema = answeringToo(
  operatorOperation(
    {
      id: 'withdrawCapture',
      summary: 'Take back a row that was never right, with every earlier version of it',
      description:
        'For reviewers: a number that nobody bears, the page of another hospital. From then on nothing rests on the row, as if it had never been read; the page stays in the archive, and who withdrew it and why on record. Where an answer becomes a no by it, or stops being a no, it is answered 202 and waits under `pending` until another reviewer confirms it. `dryRun=true` shows what would change.',
    },
    withdrawalAnswer,
    {
      params,
      querystring: z.strictObject({ dryRun: z.stringbool().default(false) }),
      body: withdrawalBody,
    },
    [400, 404, 409, 413, 415, 503],
  ),
  { 202: 'It waits for a second person under `pending`' },
);

/** What stands on record of a captured register, and taking back what was never right. */
export const registerCapturedRows = (app: FastifyInstance, deps: OperatorDeps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(`${at}/rows`, { schema: rowsSchema, config: { role: 'clerk' } }, async (request, reply) => {
    const { source } = request.params;
    const { q, limit, offset } = request.query;
    const act = actOf(deps, request, 'rows.look', source);
    const order = { source, containing: q, offset, limit: limit + 1 };
    const rows = await deps.worker.run('rowsOnRecord', { act, ...order });
    const taken = await deps.worker.run('withdrawals', { act, source, limit: WITHDRAWN_SHOWN });
    const withdrawn = taken.map(({ key, at, by, because }) => ({ key, at, by, because }));
    return reply.send({ rows: rows.slice(0, limit).map(shown), more: rows.length > limit, withdrawn });
  });
  typed.post(
    `${at}/withdraw`,
    { schema: withdrawSchema, config: { role: 'reviewer' } },
    async (request, reply) => {
      const { source } = request.params;
      const { dryRun } = request.query;
      const { key, because } = request.body;
      const act = actOf(deps, request, dryRun ? 'withdraw.dry-run' : 'withdraw', `${source} ${key}`);
      const answer = await deps.worker.run('withdraw', { act, source, key, because, dryRun });
      const answering = !answer.withdrawn || (await deps.moved());
      const body = { ...answer, answers: [...answer.answers], row: shown(answer.row), answering };
      return reply.code(answer.pending === null ? 200 : 202).send(body);
    },
  );
};
