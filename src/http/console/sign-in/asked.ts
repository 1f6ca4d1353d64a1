import type { FastifyRequest } from 'fastify';
import type { ConsoleDeps } from '../deps.ts';
import type { Asked } from './passkeys.ts';
import { relyingParty } from './relying-party.ts';

/** With what passkeys are asked for and looked at in a request; null where there can be none (see relying-party.ts). */
export const askedIn = (
  { config, challenges, clock }: Pick<ConsoleDeps, 'config' | 'challenges' | 'clock'>,
  request: Pick<FastifyRequest, 'headers' | 'protocol'>,
): Asked | null => {
  const party = relyingParty(config, request);
  return party === null ? null : { party, challenges, now: clock() };
};
