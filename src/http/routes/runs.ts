import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { LicetError } from '../../errors.ts';
import type { Deps } from '../deps.ts';
import { sendJson } from '../plugins/conditional.ts';
import { noQuery } from '../shapes/lookups.ts';
import { operation } from '../shapes/operation.ts';
import { runAnswer, runsAnswer } from '../shapes/runs.ts';

/** Runs listed at once. */
const MOST = 100;

const listSchema = operation(
  {
    tag: 'Sources',
    id: 'runs',
    summary: 'The newest runs in which sources were read, and what each left behind',
    examples: [{ path: '/v1/runs' }],
  },
  runsAnswer,
  { querystring: noQuery },
  [400],
);

const detailSchema = operation(
  {
    tag: 'Sources',
    id: 'run',
    summary: 'One run: source by source what was read, added, changed, removed or refused',
    examples: [{ path: '/v1/runs/1' }],
  },
  runAnswer,
  { params: z.strictObject({ id: z.coerce.number().int().min(1).max(1e12) }), querystring: noQuery },
  [400, 404],
);

/** What the nights brought, for operators and for whoever wants to know how old an answer may be. */
export const registerRuns = (app: FastifyInstance, { runs }: Deps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get('/v1/runs', { schema: listSchema }, async (request, reply) => {
    const listed = (await runs.nights(MOST)).map(({ report: _, ...run }) => run);
    return sendJson(request, reply, { runs: listed });
  });
  typed.get('/v1/runs/:id', { schema: detailSchema }, async (request, reply) => {
    const run = await runs.night(request.params.id);
    if (run === undefined)
      throw new LicetError('LICET_UNKNOWN_RUN', undefined, [
        { field: '/id', problem: 'is not the number of a run', expected: 'an id of /v1/runs' },
      ]);
    return sendJson(request, reply, run);
  });
};
