import type { FastifyRequest } from 'fastify';
import type { Config } from '../../../config.ts';
import { LicetError } from '../../../errors.ts';

const hostOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).host : null);

/**
 * Refuses what is sent from a page of somebody else: a browser says where a form stood in `Origin`, and older ones that leave it out
 * are taken only where they say `Sec-Fetch-Site: same-origin`. The cookie's `SameSite=Strict` says the same a second time.
 */
export const refuseForeignForms = (
  { baseUrl }: Pick<Config, 'baseUrl'>,
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
): void => {
  if (method === 'GET' || method === 'HEAD') return;
  const { origin, host } = headers;
  const own = [host, baseUrl === null ? null : hostOf(baseUrl)];
  // `null` is sent by frames without an origin of their own; it is nobody's host.
  const from = origin === undefined ? null : hostOf(origin);
  const same =
    origin === undefined ? headers['sec-fetch-site'] === 'same-origin' : from !== null && own.includes(from);
  if (!same) throw new LicetError('LICET_FOREIGN_FORM');
};
