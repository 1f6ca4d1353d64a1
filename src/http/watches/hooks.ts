import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { instant } from '../../../schema/base.ts';
import { line } from '../../../schema/field.ts';
import { LicetError } from '../../errors.ts';
import type { Deps } from '../deps.ts';
import { noteAct } from '../partners/partner-of.ts';
import { removing } from '../shapes/operation.ts';
import { putReceiver, startReceiver } from './receiver.ts';
import { noQuery, watchOperation, watchParams } from './shapes.ts';
import { watchOf } from './watch-of.ts';

const hookShape = z.strictObject({
  url: z.string(),
  since: instant,
  stopped: z.string().nullable().describe('Why nothing is sent any more; null while it is'),
});
const newHook = hookShape.extend({
  secret: z.string().describe('Shown this once: what checks the signatures of all that is sent'),
});
const logShape = z.strictObject({
  deliveries: z.array(
    z.strictObject({
      event: z.int().describe('Number of the event; 0 for a test'),
      state: z.enum(['waiting', 'delivered', 'given-up']),
      attempts: z.int(),
      nextAt: instant,
      lastAt: instant.nullable(),
      last: z.string().nullable().describe('What the receiver answered last: its status, or the trouble'),
    }),
  ),
});
const queued = z.strictObject({ queued: z.int() });

const MOST_SHOWN = 200;
const config = { scope: 'watch' as const };
const one = { params: watchParams, querystring: noQuery };
const URL_AT = '/v1/watches/:id/webhook';

const receiverOf = async (deps: Deps, watch: string): Promise<z.infer<typeof hookShape>> => {
  const hook = await deps.state().watchHooks.of(watch);
  if (hook === null) throw new LicetError('LICET_NO_WEBHOOK');
  const { url, since, stopped } = hook;
  return { url, since, stopped };
};

const registerReceiver = (app: FastifyInstance, deps: Deps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const putting = watchOperation(
    'putWebhook',
    'Name the receiver of a watch; its secret is shown once, a second PUT makes another',
    newHook,
    { ...one, body: z.strictObject({ url: line(500) }) },
    [400, 404, 503],
  );
  typed.put(URL_AT, { schema: putting, config }, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    const put = await putReceiver(deps, request, id, request.body.url);
    return reply.header('cache-control', 'no-store').send(put);
  });
  const shown = watchOperation('webhook', 'The receiver of a watch', hookShape, one, [404]);
  typed.get(URL_AT, { schema: shown, config }, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    return reply.header('cache-control', 'no-store').send(await receiverOf(deps, id));
  });
  const starting = watchOperation(
    'startWebhook',
    'Send to a receiver again that was stopped, with the secret it has',
    hookShape,
    one,
    [404],
  );
  typed.post(`${URL_AT}/start`, { schema: starting, config }, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await startReceiver(deps, request, id);
    return reply.header('cache-control', 'no-store').send(await receiverOf(deps, id));
  });
  const described = watchOperation('removeWebhook', 'Send nothing any more', z.null(), one, [404]);
  typed.delete(URL_AT, { schema: removing(described), config }, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'webhook.remove', id);
    if (!(await deps.state().watchHooks.remove(id))) throw new LicetError('LICET_NO_WEBHOOK');
    return reply.code(204).header('cache-control', 'no-store').send(null);
  });
};

const registerSending = (app: FastifyInstance, deps: Deps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const hooks = () => deps.state().watchHooks;
  const testing = watchOperation('testWebhook', 'Send a test to the receiver', queued, one, [404]);
  typed.post(`${URL_AT}/test`, { schema: testing, config }, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'webhook.test', id);
    if (!(await hooks().test(id, deps.clock().toISOString()))) throw new LicetError('LICET_NO_WEBHOOK');
    return reply.header('cache-control', 'no-store').send({ queued: 1 });
  });
  const since = z.strictObject({ since: z.coerce.number().int().min(0) });
  const replaying = watchOperation(
    'replayWebhook',
    'Send all events after this number again, under the ids they had',
    queued,
    { params: watchParams, querystring: since },
    [400, 404],
  );
  typed.post(`${URL_AT}/replay`, { schema: replaying, config }, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'webhook.replay', id);
    if ((await hooks().of(id)) === null) throw new LicetError('LICET_NO_WEBHOOK');
    const count = await hooks().replay(id, request.query.since, deps.clock().toISOString());
    return reply.header('cache-control', 'no-store').send({ queued: count });
  });
  const logged = watchOperation(
    'webhookDeliveries',
    'The newest deliveries, newest first, and what the receiver answered',
    logShape,
    one,
    [404],
  );
  typed.get('/v1/watches/:id/deliveries', { schema: logged, config }, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    const deliveries = [...(await hooks().log(id, MOST_SHOWN))];
    return reply.header('cache-control', 'no-store').send({ deliveries });
  });
};

/** The receiver of a watch: where its events are sent, a test, a replay, and what became of each. */
export const registerHooks = (app: FastifyInstance, deps: Deps): void => {
  registerReceiver(app, deps);
  registerSending(app, deps);
};
