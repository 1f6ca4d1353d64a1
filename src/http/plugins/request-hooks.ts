import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../errors.ts';
import type { PartnerKey } from '../../store/service/partner-keys.ts';
import type { Deps } from '../deps.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { keyHashOf, refuseKey } from '../partners/partner-of.ts';
import type { Usage } from '../partners/usage.ts';
import { refuseCrowdedAddress } from './crowded-addresses.ts';
import { HOST, type Surrounding } from './envelope.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** False for addresses that a supervisor asks (health, metrics): they have a share of their own, and are not logged. */
    counted?: boolean;
  }
}

/**
 * What surrounds every answer: request id, security headers, share of requests, one log line, one measured duration.
 * The log line names the route's pattern, never the address, the query or the body: they may hold a question about a person.
 */
export const registerRequestHooks = (
  app: FastifyInstance,
  { clock, state }: Pick<Deps, 'clock' | 'state'>,
  { headers, shares }: Pick<Surrounding, 'headers' | 'shares'>,
  metrics: Metrics,
  usage: Pick<Usage, 'count' | 'refused'>,
): void => {
  const admitPartner = async (
    key: PartnerKey,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> => {
    usage.count(key.id);
    try {
      await shares.partner(key, request, reply);
    } catch (cause) {
      usage.refused(key.id);
      throw cause;
    }
  };
  app.decorateRequest('partner', null);
  app.decorateRequest('operator', null);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    if (!HOST.test(request.headers.host ?? ''))
      throw new LicetError(
        'LICET_BAD_REQUEST',
        'The Host header is missing or is no host name with an optional port.',
      );
    reply.header('x-request-id', request.id);
    const keyHash = keyHashOf(request);
    if (keyHash === null) {
      shares.client(request, reply);
      refuseCrowdedAddress(request);
      return done();
    }
    const admit = async (): Promise<void> => {
      request.partner = await state().partnerKeys.whose(keyHash, clock().toISOString());
      if (request.partner !== null) return admitPartner(request.partner, request, reply);
      shares.client(request, reply);
      refuseKey(reply);
    };
    admit()
      .then(() => refuseCrowdedAddress(request))
      .then(() => done(), done);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const ms = reply.elapsedTime;
    const { url, config: route } = request.routeOptions;
    metrics.observe(url ?? 'none', request.method, reply.statusCode, ms / 1000);
    if (route.counted !== false) {
      app.log.info({
        id: request.id,
        method: request.method,
        route: url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(ms * 10) / 10,
      });
    }
    done();
  });
};
