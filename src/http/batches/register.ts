import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { LicetError } from '../../errors.ts';
import { noteAct, partnerOf, requireScope } from '../partners/partner-of.ts';
import { removing } from '../shapes/operation.ts';
import type { BatchRouteDeps } from './deps.ts';
import { registerPost } from './post.ts';
import { registerResults } from './results.ts';
import { batchesShape, batchParams, batchShape, listOperation, noQuery } from './shapes.ts';
import { batchOf, shownBatch } from './show.ts';

const MOST_LISTED = 100;
const config = { scope: 'batch' as const };
const one = { params: batchParams, querystring: noQuery };

const registerShown = (app: FastifyInstance, deps: BatchRouteDeps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const all = listOperation(
    { id: 'batches', summary: 'The lists of a partner, newest first' },
    batchesShape,
    { querystring: noQuery },
  );
  typed.get('/v1/batches', { schema: all, config }, async (request, reply) => {
    const at = deps.clock().toISOString();
    const kept = await deps.state().batches.list(partnerOf(request), at, MOST_LISTED);
    return reply.header('cache-control', 'no-store').send({ batches: kept.map(shownBatch) });
  });
  const shown = listOperation({ id: 'batch', summary: 'How far a list is' }, batchShape, one, [404]);
  typed.get('/v1/batches/:id', { schema: shown, config }, async (request, reply) => {
    const batch = await batchOf(deps, request, request.params.id);
    if (batch.endedAt === null) deps.desk.wake();
    return reply.header('cache-control', 'no-store').send(shownBatch(batch));
  });
};

const registerEnding = (app: FastifyInstance, deps: BatchRouteDeps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const cancelling = listOperation(
    {
      id: 'cancelBatch',
      summary: 'Let no further row of a list be answered; the answers there are stay',
    },
    batchShape,
    one,
    [404],
  );
  typed.post('/v1/batches/:id/cancel', { schema: cancelling, config }, async (request, reply) => {
    const { id } = await batchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'batch.cancel', id);
    await deps.state().batches.end(id, 'cancelled', deps.clock().toISOString());
    return reply.header('cache-control', 'no-store').send(shownBatch(await batchOf(deps, request, id)));
  });
  const described = listOperation(
    { id: 'removeBatch', summary: 'Forget a list with all its rows and answers, at once' },
    z.null(),
    one,
    [404],
  );
  typed.delete('/v1/batches/:id', { schema: removing(described), config }, async (request, reply) => {
    const { id } = request.params;
    await noteAct(deps, request, 'batch.remove', id);
    if (!(await deps.state().batches.remove(id, partnerOf(request))))
      throw new LicetError('LICET_UNKNOWN_BATCH');
    return reply.code(204).header('cache-control', 'no-store').send(null);
  });
};

/** Lists of hospitals, behind a key with the scope `batch`: a Fastify scope of their own, since a body is a file of whatever type. */
export const registerBatches = (app: FastifyInstance, deps: BatchRouteDeps): void => {
  app.register(async (scope) => {
    scope.addHook('onRequest', requireScope);
    await registerPost(scope, deps);
    registerShown(scope, deps);
    registerEnding(scope, deps);
    registerResults(scope, deps);
  });
  app.addHook('onClose', () => deps.desk.close());
};
