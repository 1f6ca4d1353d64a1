import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { LicetError } from '../../errors.ts';
import { registerCaptures } from './captures.ts';
import { registerOperatorContradictions } from './contradictions.ts';
import { registerDecisions } from './decisions.ts';
import type { OperatorDeps } from './deps.ts';
import { enterWithToken } from './enter.ts';

const BUSY_SECONDS = 60;

/** What operators do, behind their token: a scope of its own, so that nothing of it (forms, the token) reaches other routes. */
export const registerOperator = (app: FastifyInstance, deps: OperatorDeps): void => {
  app.register(async (desk) => {
    await desk.register(multipart);
    desk.decorateRequest('operator', '');
    desk.addHook('onRequest', enterWithToken(deps));
    desk.addHook('onError', async (_request, reply, error) => {
      if (error instanceof LicetError && error.code === 'LICET_BUSY')
        reply.header('retry-after', BUSY_SECONDS);
    });
    registerCaptures(desk, deps);
    registerDecisions(desk, deps);
    registerOperatorContradictions(desk, deps);
  });
  app.addHook('onClose', () => deps.bench.close());
};
