import type { FastifyInstance } from 'fastify';
import { checkOffer } from '../../ask/check-offer.ts';
import { parseOffer } from '../../ask/parse-offer.ts';
import { readerFor } from '../../ask/test-institutions.ts';
import type { Deps } from '../deps.ts';
import { preferredLanguage } from '../language.ts';
import { refuse } from '../refuse.ts';
import { claimsSchema } from '../shapes/claims.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads offers. The text is neither kept nor logged. */
export const registerClaims = (app: FastifyInstance, deps: Deps): void => {
  const route = { schema: claimsSchema, validatorCompiler: () => () => true };
  app.post('/v1/claims/check', route, async (request, reply) => {
    const now = deps.clock();
    const lang = preferredLanguage(request.headers['accept-language']);
    const body = isObject(request.body) ? request.body : {};
    const parsed = parseOffer(body, { now, lang, via: 'body', pointer: '' });
    if (!('offer' in parsed)) return refuse([parsed]);
    const { offer } = parsed;
    const reader = readerFor(offer.who?.institution.id, deps.reader(), deps.config.testInstitutions, now);
    const answer = await checkOffer(offer, reader, now);
    return reply
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(answer));
  });
};
