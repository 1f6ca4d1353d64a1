import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { etagOf, sendJson, sendWithEtag } from '../plugins/conditional.ts';
import type { SigningKeys } from './keys.ts';

const element = readFileSync(new URL('licet-badge.js', import.meta.url), 'utf8');
const etag = etagOf(element);
const contentType = 'text/javascript; charset=utf-8';
const cacheControl = 'public, max-age=3600';
/** A key that was revoked must be gone from every cache within minutes. */
const keysCacheControl = 'public, max-age=300, must-revalidate';

/** What a badge route says of itself in the OpenAPI document. */
export const badgeOperation = (summary: string) => ({ schema: { summary, tags: ['badge'] } });

/** What partners and checkers load once: the element's script and the public keys. */
export const registerPublished = (app: FastifyInstance, keys: SigningKeys): void => {
  app.get(
    '/badge/licet-badge.js',
    badgeOperation('The <licet-badge> element: a live badge'),
    async (request, reply) => sendWithEtag(request, reply, element, { contentType, etag, cacheControl }),
  );
  const jwks = badgeOperation('Public keys that check a badge: past, current and next');
  app.get('/.well-known/jwks.json', jwks, async (request, reply) =>
    sendJson(request, reply, await keys.jwks(), keysCacheControl),
  );
};
