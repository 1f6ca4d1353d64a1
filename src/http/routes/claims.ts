import type { FastifyInstance } from 'fastify';
import { checkOffer } from '../../ask/check-offer.ts';
import { parseOffer } from '../../ask/parse-offer.ts';
import { readerFor } from '../../ask/test-institutions.ts';
import type { Deps } from '../deps.ts';
import { bodyContext, holdsFields, ownReader } from '../read-question.ts';
import { refuse } from '../refuse.ts';
import { claimsSchema } from '../shapes/claims.ts';

/** Reads offers. The text is neither kept nor logged. */
export const registerClaims = (app: FastifyInstance, deps: Deps): void => {
  app.post('/v1/claims/check', { schema: claimsSchema, ...ownReader }, async (request, reply) => {
    const now = deps.clock();
    const parsed = parseOffer(holdsFields(request.body) ? request.body : {}, bodyContext(request, now));
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
