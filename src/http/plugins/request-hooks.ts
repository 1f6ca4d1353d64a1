import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../errors.ts';
import type { PartnerKey } from '../../store/service/partner-keys.ts';
import type { Deps } from '../deps.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { keyHashOf, refuseKey } from '../partners/partner-of.ts';
import type { Usage } from '../partners/usage.ts';
import type { RawRequest } from './before-framework.ts';
import { clientAddress } from './connections.ts';
import { openToAll } from './cors.ts';
import { refuseCrowdedAddress } from './crowded-addresses.ts';
import type { Quota } from './limiter.ts';
import { countShares } from './shares.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** False for addresses that a supervisor asks (health, metrics): they have a share of their own, and are not logged. */
    counted?: boolean;
  }
}

/** Headers of every answer, written once. A page that shows HTML replaces the content policy with its own. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  ...openToAll,
  vary: 'accept-language',
};

/** A host name, an IPv4 or a bracketed IPv6 address, with or without a port (RFC 9112 §3.2). Nothing else is done with it. */
const HOST = /^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** What an answer begins with: its request id, the headers that surround it, what its client has left. */
type Opened = Readonly<{ id: string; headers: Readonly<Record<string, string>>; left: Quota | null }>;

/** The same that surrounds every answer, for those that are given before the framework sees their request. */
export type Envelope = Readonly<{
  /** Counts a plain request; null for one that the framework must look at: with a key or a body, or of a client whose share is used up. */
  open(request: RawRequest): Opened | null;
  /** Leaves a request that was counted to the framework. */
  leave(request: RawRequest, opened: Opened): void;
  /** Its log line and its measured duration. */
  ended(id: string, route: string, status: number, ms: number): void;
}>;

const isPlain = ({ headers }: RawRequest): boolean =>
  headers.authorization === undefined &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined &&
  HOST.test(headers.host ?? '');

type Shares = ReturnType<typeof countShares>;

const envelopeOf = (
  app: FastifyInstance,
  clientOf: (request: RawRequest) => string,
  headers: Readonly<Record<string, string>>,
  { early }: Shares,
  observe: Metrics['observe'],
): Envelope => ({
  open: (request) => {
    if (!isPlain(request)) return null;
    const left = early.count(clientOf(request));
    if (left !== null && left.remaining < 0) {
      early.leave(request, left);
      return null;
    }
    const id = app.nextRequestId();
    const own = left === null ? {} : early.headers(left);
    return { id, headers: { ...headers, 'x-request-id': id, ...own }, left };
  },
  leave: (request, { left }) => early.leave(request, left),
  ended: (id, route, status, ms) => {
    observe(route, 'GET', status, ms / 1000);
    app.log.info({ id, method: 'GET', route, status, ms: Math.round(ms * 10) / 10 });
  },
});

/**
 * What surrounds every answer: request id, security headers, share of requests, one log line, one measured duration.
 * The log line names the route's pattern, never the address, the query or the body: they may hold a question about a person.
 */
export const registerRequestHooks = (
  app: FastifyInstance,
  deps: Pick<Deps, 'config' | 'clock' | 'state'>,
  metrics: Metrics,
  usage: Pick<Usage, 'count' | 'refused'>,
): Envelope => {
  const { config, clock, state } = deps;
  const headers = config.baseUrl?.startsWith('https:')
    ? { ...securityHeaders, 'strict-transport-security': 'max-age=31536000' }
    : securityHeaders;
  const shares = countShares(config, clock, () => state().keyLimits);
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
  return envelopeOf(app, clientAddress(config.trustProxy), headers, shares, metrics.observe);
};
