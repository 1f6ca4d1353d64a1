import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { LicetError } from '../../errors.ts';
import type { KeyLimits } from '../../store/service/key-limits.ts';
import type { PartnerKey } from '../../store/service/partner-keys.ts';
import type { RawRequest } from './before-framework.ts';
import { createLimiter, type Quota } from './limiter.ts';

/** What is left of a quota in headers (IETF draft "RateLimit header fields for HTTP"). */
const quotaHeaders = (policy: string, quota: number, { remaining, seconds }: Quota) => ({
  'ratelimit-policy': `"${policy}";q=${quota};w=60`,
  ratelimit: `"${policy}";r=${remaining < 0 ? 0 : remaining};t=${seconds}`,
});

/** Says in headers what is left of a quota; throws when it is used up. */
const tell = (reply: FastifyReply, policy: string, quota: number, left: Quota): void => {
  const { remaining, seconds } = left;
  reply.headers(quotaHeaders(policy, quota, left));
  if (remaining >= 0) return;
  reply.header('retry-after', seconds);
  throw new LicetError(
    'LICET_TOO_MANY_REQUESTS',
    `At most ${quota} requests a minute; start anew in ${seconds} s.`,
  );
};

type Share = (request: FastifyRequest, reply: FastifyReply) => void;

/** What was counted of a request that then came to the framework: nothing is counted twice. */
const counted = new WeakMap<RawRequest, Quota>();

const byAddress = (quota: number, clock: Clock): Share => {
  if (quota === 0) return () => undefined;
  const limiter = createLimiter(quota);
  return ({ ip }, reply) => tell(reply, 'default', quota, limiter.count(ip, clock().getTime()));
};

/** The share of each client, also counted where the framework has not seen the request. */
const clientShares = (quota: number, clock: Clock) => {
  const limiter = createLimiter(quota);
  const count = (ip: string): Quota | null => (quota === 0 ? null : limiter.count(ip, clock().getTime()));
  const share: Share = ({ ip, raw }, reply) => {
    const left = counted.get(raw) ?? count(ip);
    if (left !== null) tell(reply, 'default', quota, left);
  };
  return {
    share,
    /** Counts a request; null where nothing is counted. */
    count,
    headers: (left: Quota) => quotaHeaders('default', quota, left),
    /** That this request was counted, for when the framework sees it. */
    leave: (request: RawRequest, left: Quota | null): void => {
      if (left !== null) counted.set(request, left);
    },
  };
};

/**
 * The requests a minute that each client and each partner's key has. A client is told by its address; the addresses that a supervisor
 * asks have a share of their own. A key counts by itself where it is wanted and, if it may `read`, everywhere else; without `read` its
 * other requests are those of a client. Each share tells its state in `RateLimit` headers. `shared`: what counts the requests of keys for
 * several servers; where it is null each server counts, and each counts clients for itself.
 */
export const countShares = (
  { rateLimit, partnerRateLimit }: Pick<Config, 'rateLimit' | 'partnerRateLimit'>,
  clock: Clock,
  shared: () => KeyLimits | null,
): Readonly<{
  client: Share;
  partner: (key: PartnerKey, ...asked: Parameters<Share>) => Promise<void>;
  early: Omit<ReturnType<typeof clientShares>, 'share'>;
}> => {
  const { share: clients, ...early } = clientShares(rateLimit, clock);
  const supervisors = byAddress(rateLimit, clock);
  const keys = createLimiter(0);
  const client: Share = (request, reply) =>
    (request.routeOptions.config.counted === false ? supervisors : clients)(request, reply);
  return {
    client,
    early,
    partner: async (key, request, reply) => {
      const { counted, scope } = request.routeOptions.config;
      const own = counted !== false && (scope !== undefined || key.scopes.includes('read'));
      if (!own) return client(request, reply);
      const quota = key.perMinute ?? partnerRateLimit;
      if (quota === 0) return;
      const limits = shared();
      if (limits !== null) return tell(reply, 'partner', quota, await limits.count(`${key.id}`, quota));
      const { remaining, seconds } = keys.count(`key ${key.id}`, clock().getTime());
      tell(reply, 'partner', quota, { remaining: quota + remaining, seconds });
    },
  };
};
