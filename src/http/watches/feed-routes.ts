import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { instant } from '../../../schema/base.ts';
import { LicetError } from '../../errors.ts';
import { baseOf } from '../badge/address.ts';
import type { Deps } from '../deps.ts';
import { noteAct } from '../partners/partner-of.ts';
import { sendWithEtag } from '../plugins/conditional.ts';
import { removing } from '../shapes/operation.ts';
import { atomOf, EVENTS_SHOWN } from './feed.ts';
import { noQuery, watchOperation, watchParams } from './shapes.ts';
import { watchOf } from './watch-of.ts';

type Needs = Pick<Deps, 'state' | 'clock' | 'config'>;

const AT = '/v1/watches/:id/feed';
const config = { scope: 'watch' as const };
const one = { params: watchParams, querystring: noQuery };
const feedShape = z.strictObject({
  url: z.string().describe('Whoever has this address reads the events: keep it secret; POST makes another'),
  since: instant,
});

/** The address of a feed. It is never logged: a log line names the pattern of a route alone. */
export const feedAddress = (needs: Needs, request: FastifyRequest, watch: string, secret: string): string =>
  `${baseOf(needs, request)}/feeds/${watch}/${secret}.atom`;

/** Gives the feed of a watch of this partner an address; one it had before is worth nothing from then on. */
export const putFeed = async (needs: Needs, request: FastifyRequest, watch: string) => {
  await noteAct(needs, request, 'feed.put', watch);
  const [secret, since] = [randomBytes(32).toString('base64url'), needs.clock().toISOString()];
  await needs.state().watchFeeds.put(watch, { secret, since });
  return { url: feedAddress(needs, request, watch, secret), since };
};

/** Registers what a partner does with the feed of a watch; called in the scope that wants a key. */
export const registerFeedAddresses = (app: FastifyInstance, deps: Deps): void => {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const putting = watchOperation(
    'putFeed',
    'Make the secret address of an Atom feed of the events; one before ends',
    feedShape,
    one,
    [404],
  );
  typed.post(AT, { schema: putting, config }, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    return reply.header('cache-control', 'no-store').send(await putFeed(deps, request, id));
  });
  const shown = watchOperation('feed', 'The secret address of the feed', feedShape, one, [404]);
  typed.get(AT, { schema: shown, config }, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    const feed = await deps.state().watchFeeds.of(id);
    if (feed === null) throw new LicetError('LICET_NO_FEED');
    const url = feedAddress(deps, request, id, feed.secret);
    return reply.header('cache-control', 'no-store').send({ url, since: feed.since });
  });
  const described = watchOperation('removeFeed', 'Close the feed', z.null(), one, [404]);
  typed.delete(AT, { schema: removing(described), config }, async (request, reply) => {
    const { id } = await watchOf(deps, request, request.params.id);
    await noteAct(deps, request, 'feed.remove', id);
    if (!(await deps.state().watchFeeds.remove(id))) throw new LicetError('LICET_NO_FEED');
    return reply.code(204).header('cache-control', 'no-store').send(null);
  });
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

type WithSecret = Readonly<{ Params: { id: string; secret: string } }>;

/**
 * The feed itself, for readers that know its address and send no key. A wrong secret, an unknown watch and a partner without a live key
 * are answered alike, and secrets are compared in a time that tells nothing of them.
 */
export const registerFeed = (app: FastifyInstance, deps: Deps): void => {
  app.get<WithSecret>('/feeds/:id/:secret.atom', { schema: { hide: true } }, async (request, reply) => {
    const { id, secret } = request.params;
    const found = await deps.state().watchFeeds.live(id, deps.clock().toISOString());
    if (!timingSafeEqual(digest(secret), digest(found?.secret ?? '')) || found === null)
      throw new LicetError('LICET_NO_FEED');
    const { watch } = found;
    const after = Math.max(0, watch.events - EVENTS_SHOWN);
    const events = await deps.state().watches.events(id, after, EVENTS_SHOWN);
    const place = { base: baseOf(deps, request), self: feedAddress(deps, request, id, secret) };
    reply.header('x-robots-tag', 'noindex');
    const contentType = 'application/atom+xml; charset=utf-8';
    return sendWithEtag(request, reply, atomOf(watch, events, place), {
      contentType,
      cacheControl: 'private, no-cache',
    });
  });
};
