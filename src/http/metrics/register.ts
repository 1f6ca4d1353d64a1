import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Fastify from 'fastify';
import { LicetError } from '../../errors.ts';
import type { Deps } from '../deps.ts';
import { sendWithEtag } from '../plugins/conditional.ts';
import { bearerToken } from '../tokens.ts';
import type { Metrics } from './metrics.ts';

const hidden = { schema: { hide: true }, config: { counted: false } } as const;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Throws LICET_METRICS_CLOSED unless the request brings the token of LICET_METRICS_TOKEN, compared in constant time. */
const requireToken = (token: string | null, { headers }: FastifyRequest, reply: FastifyReply): void => {
  const given = bearerToken(headers.authorization);
  if (token !== null && given !== null && timingSafeEqual(digest(given), digest(token))) return;
  reply.header('www-authenticate', 'Bearer realm="licet metrics"').header('cache-control', 'no-store');
  throw new LicetError('LICET_METRICS_CLOSED');
};

/** `/metrics` on the port of the service, for whoever has the token. */
export const registerMetrics = (app: FastifyInstance, deps: Deps, metrics: Metrics): void => {
  app.get('/metrics', hidden, async (request, reply) => {
    requireToken(deps.config.metrics.token, request, reply);
    const { text, contentType } = await metrics.text(deps);
    return sendWithEtag(request, reply, text, { contentType, cacheControl: 'no-store' });
  });
  if (deps.config.metrics.listener === null) return;
  const apart = Fastify();
  apart.get('/metrics', async (_, reply) => {
    const { text, contentType } = await metrics.text(deps);
    return reply.type(contentType).send(text);
  });
  app.decorate('metricsApart', apart);
  app.addHook('onClose', () => apart.close());
};

declare module 'fastify' {
  interface FastifyInstance {
    /** What answers on the port of LICET_METRICS_PORT; absent where that is not set. */
    metricsApart?: FastifyInstance;
  }
}
