import type { FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../errors.ts';
import { createLimiter } from '../plugins/limiter.ts';
import type { OperatorDeps } from './deps.ts';
import { whoseToken } from './token.ts';

/** Requests without a live token that one client may send a minute. A live token is never refused for it: nobody can lock an operator out. */
const WRONG_TOKENS = 10;

/**
 * Gives the hook that authenticates operators by their token, before a byte of the body is read. Missing, malformed, wrong, ended and
 * revoked tokens are answered alike, and neither the token nor any part of it is logged, kept or repeated.
 */
export const authenticateOperator = ({ state, clock }: OperatorDeps) => {
  const wrong = createLimiter(WRONG_TOKENS);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.header('cache-control', 'no-store');
    const live = await state().operators.live(clock().toISOString());
    request.operator = whoseToken(live, request.headers.authorization);
    if (request.operator !== null) return;
    reply.header('www-authenticate', 'Bearer realm="licet operator"').header('connection', 'close');
    const { remaining, seconds } = wrong.count(request.ip, clock().getTime());
    if (remaining >= 0) throw new LicetError('LICET_WRONG_TOKEN');
    reply.header('retry-after', seconds);
    throw new LicetError(
      'LICET_TOO_MANY_REQUESTS',
      `Without a live token at most ${WRONG_TOKENS} requests a minute.`,
    );
  };
};
