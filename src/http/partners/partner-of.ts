import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PartnerScope } from '../../../schema/partner.ts';
import { LicetError } from '../../errors.ts';
import type { PartnerKey } from '../../store/service/partner-keys.ts';
import type { Deps } from '../deps.ts';
import { partnerToken } from './partner-keys.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The live key that came with the request; null for none. */
    partner: PartnerKey | null;
  }
  interface FastifyContextConfig {
    /** What a key must allow to be used here; where none is named, no key is needed. */
    scope?: PartnerScope;
  }
}

/** The SHA-256 of the partner's key that a request brings; null where it brings none, which needs no look into the store. */
export const keyHashOf = ({ headers }: FastifyRequest): string | null =>
  partnerToken.hashIn(headers.authorization);

/** Refuses a request that brings no live key. Wrong, ended and revoked keys are answered alike. */
export const refuseKey = (reply: FastifyReply): never => {
  reply.header('www-authenticate', 'Bearer realm="licet partner"');
  throw new LicetError('LICET_WRONG_KEY');
};

/** The hook of a route that wants a key with a scope; the route's `config.scope` says which. */
export const requireScope = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const { scope } = request.routeOptions.config;
  if (request.partner === null) refuseKey(reply);
  else if (scope !== undefined && !request.partner.scopes.includes(scope))
    throw new LicetError(
      'LICET_KEY_NOT_ALLOWED',
      `This key has the scopes ${request.partner.scopes.join(', ')}; this address wants ${scope}.`,
    );
};

/** Name of the partner behind a route that has `requireScope`. */
export const partnerOf = ({ partner }: FastifyRequest): string => {
  if (partner === null) throw new LicetError('LICET_WRONG_KEY');
  return partner.partner;
};

/** Writes down what is about to be done in a request, and for whom. */
export const noteAct = (
  { state, clock }: Pick<Deps, 'state' | 'clock'>,
  request: Pick<FastifyRequest, 'partner' | 'id'>,
  act: string,
  about: string,
): Promise<void> => {
  const actor = request.partner === null ? 'anybody' : `partner ${request.partner.partner}`;
  return state().audit.append({ at: clock().toISOString(), actor, act, about, request: request.id });
};
