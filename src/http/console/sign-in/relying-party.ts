import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import type { Config } from '../../../config.ts';

/** For whom a passkey is made (WebAuthn §5.1): a host name, and the one origin whose pages may ask for it. */
export type RelyingParty = Readonly<{ id: string; origin: string }>;

/** The one name that browsers allow without https: this machine, as somebody on it calls it. */
const HERE = 'localhost';

/**
 * For whom passkeys are made and asked at the address of this request: the configured address, or `localhost` for whoever sits at this
 * machine. Null where there can be none: browsers want a name, not a number, and https.
 */
export const relyingParty = (
  { baseUrl }: Pick<Config, 'baseUrl'>,
  { headers, protocol }: Pick<FastifyRequest, 'headers' | 'protocol'>,
): RelyingParty | null => {
  const host = headers.host ?? '';
  if (host.split(':', 1)[0] === HERE) return { id: HERE, origin: `${protocol}://${host}` };
  if (baseUrl === null) return null;
  const { hostname, origin, protocol: scheme } = new URL(baseUrl);
  return scheme === 'https:' && !ipaddr.isValid(hostname) && !hostname.startsWith('[')
    ? { id: hostname, origin }
    : null;
};
