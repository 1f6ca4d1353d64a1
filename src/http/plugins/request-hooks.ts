import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { LicetError } from '../../errors.ts';
import { createLimiter, type Limiter } from './limiter.ts';
import type { Metrics } from './metrics.ts';

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
  'access-control-allow-origin': '*',
  vary: 'accept-language',
};

/** A host name, an IPv4 or a bracketed IPv6 address, with or without a port (RFC 9112 §3.2). Nothing else is done with it. */
const HOST = /^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

const limit = (limiter: Limiter, quota: number, clock: Clock) => {
  const policy = `"default";q=${quota};w=60`;
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const { remaining, seconds } = limiter.count(request.ip, clock().getTime());
    reply.header('ratelimit-policy', policy);
    reply.header('ratelimit', `"default";r=${remaining < 0 ? 0 : remaining};t=${seconds}`);
    if (remaining >= 0) return;
    reply.header('retry-after', seconds);
    throw new LicetError(
      'LICET_TOO_MANY_REQUESTS',
      `At most ${quota} requests a minute; start anew in ${seconds} s.`,
    );
  };
};

/**
 * What surrounds every answer: request id, security headers, share of requests, one log line, one measured duration.
 * The log line names the route's pattern, never the address, the query or the body: they may hold a question about a person.
 */
export const registerRequestHooks = (
  app: FastifyInstance,
  config: Config,
  clock: Clock,
  metrics: Metrics,
): void => {
  const headers = config.baseUrl?.startsWith('https:')
    ? { ...securityHeaders, 'strict-transport-security': 'max-age=31536000' }
    : securityHeaders;
  const share = () => limit(createLimiter(config.rateLimit), config.rateLimit, clock);
  const [count, countSupervisor] = config.rateLimit === 0 ? [null, null] : [share(), share()];
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    if (!HOST.test(request.headers.host ?? ''))
      throw new LicetError(
        'LICET_BAD_REQUEST',
        'The Host header is missing or is no host name with an optional port.',
      );
    reply.header('x-request-id', request.id);
    if (request.routeOptions.config.counted === false) countSupervisor?.(request, reply);
    else count?.(request, reply);
    done();
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
