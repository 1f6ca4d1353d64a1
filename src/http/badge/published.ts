import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { KeySet } from '../../badge/key-set.ts';
import { etagOf, sendJson, sendWithEtag } from '../plugins/conditional.ts';
import { badgeOperation } from './described.ts';
import type { SigningKeys } from './keys.ts';

const element = readFileSync(new URL('licet-badge.js', import.meta.url), 'utf8');
const etag = etagOf(element);
const contentType = 'text/javascript; charset=utf-8';
const cacheControl = 'public, max-age=3600';
/** A key that was revoked must be gone from every cache within minutes. */
const keysCacheControl = 'public, max-age=300, must-revalidate';

/** A set of public keys (RFC 7517). */
const jwksAnswer = z.looseObject({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), alg: z.string() })),
});

const script = badgeOperation(
  { id: 'badgeElement', summary: 'The <licet-badge> element: a live badge' },
  { media: ['text/javascript'] },
  {},
);
const jwks = badgeOperation(
  {
    id: 'badgeKeys',
    summary: 'Public keys that check badges and credentials: past, current and next (JWK set)',
  },
  jwksAnswer,
  {},
);

/** The keys of badges and those of credentials as one set: a checker looks for the one that is named. */
const wholeSet = async (all: readonly SigningKeys[]): Promise<KeySet> => {
  const sets = await Promise.all(all.map((one) => one.jwks()));
  const keys = sets.flatMap((set) => set.keys);
  const revoked = sets.flatMap((set) => set.revoked ?? []);
  return revoked.length === 0 ? { keys } : { keys, revoked };
};

/** What partners and checkers load once: the element's script and the public keys. */
export const registerPublished = (app: FastifyInstance, keys: readonly SigningKeys[]): void => {
  app.get('/badge/licet-badge.js', script, async (request, reply) =>
    sendWithEtag(request, reply, element, { contentType, etag, cacheControl }),
  );
  app.get('/.well-known/jwks.json', jwks, async (request, reply) =>
    sendJson(request, reply, await wholeSet(keys), keysCacheControl),
  );
};
