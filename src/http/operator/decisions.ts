import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sha256 } from '../../../schema/base.ts';
import { noQuery } from '../shapes/lookups.ts';
import type { OperatorDeps } from './deps.ts';
import type { DecisionOrder } from './jobs.ts';
import { operatorOperation } from './operation.ts';
import { actOf } from './require-role.ts';
import { sendLooked } from './send-looked.ts';
import { decisionAnswer, decisionBody, refusalsAnswer } from './shapes.ts';

const params = z.strictObject({ id: z.coerce.number().int().min(1).max(1e12) });

const listSchema = operatorOperation(
  { id: 'refusals', summary: 'Sources whose newest run was refused: why, and the pages to look at' },
  refusalsAnswer,
  { querystring: noQuery },
  [400],
);

const pageSchema = operatorOperation(
  {
    id: 'keptPage',
    summary: 'The bytes of any kept page, for looking at',
    description:
      'Also of refused runs, and where the rights of a source forbid handing them on: for looking only.',
  },
  { media: ['*/*'] },
  { params: z.strictObject({ sha256 }), querystring: noQuery },
  [400, 404],
);

const decisionSchema = (decision: DecisionOrder['decision']) =>
  operatorOperation(
    {
      id: `${decision}Refused`,
      summary:
        decision === 'accept'
          ? 'Make the newest refused pages of a source its edition after all'
          : 'Put on record that a person looked and the refusal stands',
    },
    decisionAnswer,
    { params, querystring: noQuery, body: decisionBody },
    [400, 404, 409, 413, 415, 503],
  );

const registerLooking = (app: FastifyInstance, deps: OperatorDeps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(
    '/v1/operator/refusals',
    { schema: listSchema, config: { role: 'clerk' } },
    async (request, reply) =>
      reply.send({
        refusals: await deps.worker.run('refusals', { act: actOf(deps, request, 'refusals.look', '') }),
      }),
  );
  typed.get(
    '/v1/operator/pages/:sha256',
    { schema: pageSchema, config: { role: 'clerk' } },
    async (request, reply) => {
      return sendLooked(deps, request, reply, request.params.sha256);
    },
  );
};

/** The routes by which a person decides about what the gate refused: accepted after all, or upheld. Who and why are kept. */
export const registerDecisions = (app: FastifyInstance, deps: OperatorDeps): void => {
  registerLooking(app, deps);
  const typed = app.withTypeProvider<ZodTypeProvider>();
  for (const decision of ['accept', 'refuse'] as const)
    typed.post(
      `/v1/operator/runs/:id/${decision}`,
      { schema: decisionSchema(decision), config: { role: 'reviewer' } },
      async (request, reply) => {
        const { id: night } = request.params;
        const { reason, source = null } = request.body;
        const act = actOf(deps, request, `run.${decision}`, `${night}${source === null ? '' : ` ${source}`}`);
        const answer = await deps.worker.run('decide', { act, night, source, decision, reason });
        return reply.send({ ...answer, answering: await deps.moved() });
      },
    );
};
