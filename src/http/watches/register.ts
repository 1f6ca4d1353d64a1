import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RawQuestion } from '../../ask/question-context.ts';
import { readAbout } from '../../batch/kept.ts';
import { LicetError } from '../../errors.ts';
import { readTerms, readWatch } from '../../watch/read-watch.ts';
import { batchOf } from '../batches/show.ts';
import type { Deps } from '../deps.ts';
import { linkNext } from '../next-link.ts';
import { noteAct, partnerOf, requireScope } from '../partners/partner-of.ts';
import { bodyContext, holdsFields, ownReader } from '../read-question.ts';
import { refuse } from '../refuse.ts';
import { removing, succeedingWith } from '../shapes/operation.ts';
import { addWatch } from './add-watch.ts';
import { entriesOfBatch } from './entries-of-batch.ts';
import { registerFeed, registerFeedAddresses } from './feed-routes.ts';
import { registerHooks } from './hooks.ts';
import { refuseUnknownIds } from './known-ids.ts';
import { registerMail } from './mail-routes.ts';
import * as shapes from './shapes.ts';
import { shownWatch, watchOf } from './watch-of.ts';

/** 10,000 entries of 800 bytes each. */
const LARGEST_BODY = 8 * 1_048_576;
const config = { scope: 'watch' as const };
const one = { params: shapes.watchParams, querystring: shapes.noQuery };

const noObject = () =>
  refuse([
    {
      code: 'LICET_BAD_QUESTION',
      errors: [
        {
          field: '',
          problem: 'is not an object',
          expected: '{"name":"…","entries":[{"name":"…"}]}, or {"batch":"list_…"}',
        },
      ],
    },
  ]);

/** The hospitals of a finished list of this partner; the watch is called like its file where nothing else is said. */
const orderOfBatch = async (
  deps: Deps,
  request: FastifyRequest,
  { batch, ...raw }: RawQuestion,
  now: Date,
) => {
  if (request.partner?.scopes.includes('batch') !== true)
    throw new LicetError('LICET_KEY_NOT_ALLOWED', 'To watch a list, the key needs the scope batch as well.');
  const kept = await batchOf(deps, request, typeof batch === 'string' ? batch : '');
  const { file, lang } = readAbout(kept.about);
  const read = readTerms({ name: file, lang, ...raw }, bodyContext(request, now));
  if (!('terms' in read)) return refuse([read]);
  return { watch: read.terms, ...(await entriesOfBatch(deps, kept, now)) };
};

/** Reads the body of a request for a watch; throws one problem that names everything wrong in it. */
const orderIn = async (deps: Deps, request: FastifyRequest, now: Date) => {
  const { body } = request;
  if (!holdsFields(body)) return noObject();
  if (body.batch !== undefined && body.entries === undefined) return orderOfBatch(deps, request, body, now);
  const order = await readWatch(body, bodyContext(request, now));
  if (!('watch' in order)) return refuse(order);
  await refuseUnknownIds(deps, order.entries);
  return { ...order, leftOut: 0 };
};

const registerAdding = (app: FastifyInstance, deps: Deps): void => {
  const described = shapes.watchOperation(
    'addWatch',
    'Hand in a list of questions, or name a finished list; an event is written whenever one of the answers changes',
    z.null(),
    { body: shapes.watchBody },
    [404, 409],
  );
  const schema = succeedingWith(described, 201, shapes.addedWatch);
  app.post(
    '/v1/watches',
    { schema, bodyLimit: LARGEST_BODY, ...ownReader, config: { ...ownReader.config, ...config } },
    async (request, reply) => {
      const now = deps.clock();
      const { watch, entries, leftOut } = await orderIn(deps, request, now);
      const id = await addWatch(deps, request, watch, entries);
      reply.code(201).header('cache-control', 'no-store').header('location', `/v1/watches/${id}`);
      return reply.send({ ...shownWatch(await watchOf(deps, request, id)), leftOut });
    },
  );
};

const registerShown = (app: FastifyInstance, deps: Deps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const all = shapes.watchOperation(
    'watches',
    'The watches of a partner, oldest first',
    shapes.watchesShape,
    {
      querystring: shapes.noQuery,
    },
  );
  typed.get('/v1/watches', { schema: all, config }, async (request, reply) => {
    const kept = await deps.state().watches.all(partnerOf(request));
    return reply.header('cache-control', 'no-store').send({ watches: kept.map(shownWatch) });
  });
  const shown = shapes.watchOperation(
    'watch',
    'A watch, and what was told last of each of its entries',
    shapes.watchDetail,
    { params: shapes.watchParams, querystring: shapes.pageQuery },
    [404],
  );
  typed.get('/v1/watches/:id', { schema: shown, config }, async (request, reply) => {
    const watch = await watchOf(deps, request, request.params.id);
    const { after, limit } = request.query;
    const page = await deps.state().watches.entries(watch.id, after, limit);
    const last = page.at(-1)?.number ?? watch.entries;
    const next = last < watch.entries ? last : null;
    linkNext(request, reply, 'after', next);
    return reply.header('cache-control', 'no-store').send({ ...shownWatch(watch), page: [...page], next });
  });
};

const registerEvents = (app: FastifyInstance, deps: Deps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const schema = shapes.watchOperation(
    'watchEvents',
    'What changed: before, after and why, in the order in which it was found, without gaps',
    shapes.eventsShape,
    { params: shapes.watchParams, querystring: shapes.eventsQuery },
    [404],
  );
  typed.get('/v1/watches/:id/events', { schema, config }, async (request, reply) => {
    const watch = await watchOf(deps, request, request.params.id);
    const { since, limit } = request.query;
    const events = await deps.state().watches.events(watch.id, since, limit);
    const next = events.at(-1)?.number ?? since;
    const more = next < watch.events && events.length === limit;
    linkNext(request, reply, 'since', more ? next : null);
    reply.header('cache-control', 'no-store');
    return reply.send({ events: [...events], next, more });
  });
};

const registerRemoving = (app: FastifyInstance, deps: Deps): void => {
  const described = shapes.watchOperation(
    'removeWatch',
    'Forget a watch with its entries and events, at once',
    z.null(),
    one,
    [404],
  );
  const schema = removing(described);
  app
    .withTypeProvider<ZodTypeProvider>()
    .delete('/v1/watches/:id', { schema, config }, async (request, reply) => {
      const { id } = request.params;
      await noteAct(deps, request, 'watch.remove', id);
      if (!(await deps.state().watches.remove(partnerOf(request), id)))
        throw new LicetError('LICET_UNKNOWN_WATCH');
      return reply.code(204).header('cache-control', 'no-store').send(null);
    });
};

/** Watches, behind a key with the scope `watch`. They are compared by src/jobs/watches, in a thread of its own. */
export const registerWatches = (app: FastifyInstance, deps: Deps): void => {
  app.register(async (scope) => {
    scope.addHook('onRequest', requireScope);
    registerAdding(scope, deps);
    registerShown(scope, deps);
    registerEvents(scope, deps);
    registerRemoving(scope, deps);
    registerHooks(scope, deps);
    registerFeedAddresses(scope, deps);
    registerMail(scope, deps);
  });
  registerFeed(app, deps);
};
