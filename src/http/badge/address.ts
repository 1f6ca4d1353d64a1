import type { FastifyRequest } from 'fastify';
import type { Config } from '../../config.ts';
import { LicetError } from '../../errors.ts';
import { findService } from '../../verdict/vocabulary/services.ts';
import type { SiteDeps } from '../pages/deps.ts';

/**
 * Where this service is reached: the configured public address, else its own on this machine. Never what a request says of
 * itself: the Host header is anybody's to choose, and would then stand in links that others are shown.
 */
export const baseOf = (
  { config }: Readonly<{ config: Pick<Config, 'baseUrl' | 'port'> }>,
  { socket }: FastifyRequest,
): string => config.baseUrl ?? `http://127.0.0.1:${socket.localPort ?? config.port}`;

/**
 * The name under which something is signed: the configured address and no other.
 * @throws LICET_NOT_CONFIGURED where none is configured
 */
export const signerOf = ({ config }: Pick<SiteDeps, 'config'>): string => {
  if (config.baseUrl === null) throw new LicetError('LICET_NOT_CONFIGURED');
  return config.baseUrl;
};

/** The domain alone, as a badge shows it. */
export const domainOf = (base: string): string => new URL(base).hostname.replace(/^www\./, '');

/** Address of a badge with only the parameters that are set. */
export const badgeUrl = (
  base: string,
  id: string,
  query: Readonly<Record<string, string | null | undefined>> = {},
): string => {
  const set = Object.entries(query).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [[key, value] as [string, string]],
  );
  const search = new URLSearchParams(set).toString();
  return `${base}/badge/${encodeURIComponent(id)}.svg${search === '' ? '' : `?${search}`}`;
};

/** The fields of an address that ask about a treatment or a mark; none for the licence alone. */
export const askFields = (ask: string | null): Readonly<Record<string, string>> => {
  if (ask === null) return {};
  return findService(ask) === undefined ? { claim: ask } : { service: ask };
};

/**
 * The landing page of a badge: the answer to what the badge speaks of. It says in large type for which domain the badge was issued.
 * @param ask code of a treatment or a mark; null for the hospital's own page
 */
export const landingUrl = (
  base: string,
  id: string,
  site: string | null,
  ask: string | null = null,
): string => {
  const named = site === null ? {} : { site };
  const search = new URLSearchParams(ask === null ? named : { id, ...askFields(ask), ...named }).toString();
  const path = ask === null ? `/hospitals/${encodeURIComponent(id)}` : '/check';
  return `${base}${path}${search === '' ? '' : `?${search}`}`;
};
