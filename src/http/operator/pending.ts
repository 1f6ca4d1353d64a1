import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerChange } from '../../../schema/answer-change.ts';
import { instant, sha256 } from '../../../schema/base.ts';
import type { PendingCapture } from '../../store/service/pending-captures.ts';
import { noQuery } from '../shapes/lookups.ts';
import type { OperatorDeps } from './deps.ts';
import { operatorOperation } from './operation.ts';
import { actOf } from './require-role.ts';

const at = '/v1/operator/captures/pending';
/** Who decides about another's look. */
const config = { role: 'reviewer' } as const;
const params = z.strictObject({ id: z.coerce.number().int().min(1).max(1e12) });

export const pendingAnswer = z.strictObject({
  pending: z.array(
    z.strictObject({
      id: z.number().int(),
      at: instant,
      by: z.string().describe('Who looked'),
      source: z.string(),
      rows: z.array(z.strictObject({ row: z.number().int(), fields: z.record(z.string(), z.string()) })),
      withdraws: z
        .string()
        .nullable()
        .describe('The key of a row that is taken back, which `rows` shows; null where rows are recorded'),
      because: z.string().nullable(),
      answers: z.array(answerChange).describe('Answers that become others by it'),
      proof: z
        .strictObject({ sha256, contentType: z.string(), url: z.string() })
        .nullable()
        .describe('The saved page, for looking at'),
    }),
  ),
});

export const pendingDecision = z.strictObject({
  id: z.number().int(),
  decision: z.enum(['confirm', 'reject']),
  source: z.string(),
  by: z.string(),
  at: instant,
  run: z.number().int().nullable().describe('The run that published it; null for a rejection'),
  generation: z.number().int(),
  answering: z.boolean().describe('Whether answers come from it already'),
});

const shown = ({ id, at: since, by, source, rows, answers, because, withdraws, proof }: PendingCapture) => ({
  id,
  at: since,
  by,
  source,
  rows: rows.map(({ row, fields }) => ({ row, fields: { ...fields } })),
  withdraws,
  because,
  answers: [...answers],
  proof: proof === null ? null : { ...proof, url: `/v1/operator/pages/${proof.sha256}` },
});

const listSchema = operatorOperation(
  { id: 'pendingCaptures', summary: 'Captures that turn an answer into a no and wait for a second person' },
  pendingAnswer,
  { querystring: noQuery },
  [400],
);
const confirmSchema = operatorOperation(
  { id: 'confirmCapture', summary: 'Publish what another person captured, after a second look' },
  pendingDecision,
  { params, querystring: noQuery },
  [400, 404, 409, 503],
);
const rejectSchema = operatorOperation(
  { id: 'rejectCapture', summary: 'Put on record that what was captured is not published, and why' },
  pendingDecision,
  {
    params,
    querystring: noQuery,
    body: z.strictObject({ reason: z.string().trim().min(3).max(500).describe('Why; kept on record') }),
  },
  [400, 404, 409, 413, 415, 503],
);

/** The routes of the second pair of eyes: what waits, and what somebody else than who looked decides about it. */
export const registerPending = (app: FastifyInstance, deps: OperatorDeps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(at, { schema: listSchema, config: { role: 'clerk' } }, async (request, reply) => {
    const pending = await deps.worker.run('pending', { act: actOf(deps, request, 'pending.look', '') });
    return reply.send({ pending: pending.map(shown) });
  });
  typed.post(`${at}/:id/confirm`, { schema: confirmSchema, config }, async (request, reply) => {
    const { id } = request.params;
    const act = actOf(deps, request, 'capture.confirm', String(id));
    const answer = await deps.worker.run('decidePending', { act, id, decision: { is: 'confirm' } });
    return reply.send({ ...answer, answering: await deps.moved() });
  });
  typed.post(`${at}/:id/reject`, { schema: rejectSchema, config }, async (request, reply) => {
    const { id } = request.params;
    const { reason } = request.body;
    const act = actOf(deps, request, 'capture.reject', String(id));
    const answer = await deps.worker.run('decidePending', { act, id, decision: { is: 'reject', reason } });
    return reply.send({ ...answer, answering: true });
  });
};
