import type { FastifyRequest } from 'fastify';
import type { SiteDeps } from '../pages/deps.ts';

/** Where this service is reached: the configured public address, else the one the request came to. */
export const baseOf = (deps: Pick<SiteDeps, 'config'>, request: FastifyRequest): string =>
  deps.config.baseUrl ?? `${request.protocol}://${request.host}`;

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

/** The landing page of a badge; it says in large type for which domain the badge was issued. */
export const landingUrl = (base: string, id: string, site: string | null): string =>
  `${base}/hospitals/${encodeURIComponent(id)}${site === null ? '' : `?site=${encodeURIComponent(site)}`}`;
