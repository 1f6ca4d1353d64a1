import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { LicetError } from '../../errors.ts';
import { createLimiter, type Limiter } from './limiter.ts';
import type { Meter } from './metrics.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** False for addresses that a supervisor asks (health, metrics): not counted, not logged. */
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

/** Only for a script of another site: what it may read besides the body. */
const exposed = 'etag, ratelimit, ratelimit-policy, retry-after, x-request-id';

const limit = (limiter: Limiter, quota: number, clock: Clock) => {
  const policy = `"default";q=${quota};w=60`;
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const { left, seconds } = limiter.count(request.ip, clock().getTime());
    reply.header('ratelimit-policy', policy);
    reply.header('ratelimit', `"default";r=${left < 0 ? 0 : left};t=${seconds}`);
    if (left >= 0) return;
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
export const registerEnvelope = (app: FastifyInstance, config: Config, clock: Clock, meter: Meter): void => {
  const headers = config.baseUrl?.startsWith('https:')
    ? { ...securityHeaders, 'strict-transport-security': 'max-age=31536000' }
    : securityHeaders;
  const count =
    config.rateLimit === 0 ? null : limit(createLimiter(config.rateLimit), config.rateLimit, clock);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    if (request.headers.origin !== undefined) reply.header('access-control-expose-headers', exposed);
    reply.header('x-request-id', request.id);
    if (count !== null && request.routeOptions.config.counted !== false) count(request, reply);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const ms = reply.elapsedTime;
    const { url, config: route } = request.routeOptions;
    meter.observe(url ?? 'none', request.method, reply.statusCode, ms / 1000);
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
