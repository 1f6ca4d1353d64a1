import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { registerCaptures } from './captures.ts';
import { registerOperatorContradictions } from './contradictions.ts';
import { registerDecisions } from './decisions.ts';
import type { OperatorDeps } from './deps.ts';
import { enterWithToken } from './enter.ts';

/** What operators do, behind their token: a scope of its own, so that nothing of it (forms, the token) reaches other routes. */
export const registerOperator = (app: FastifyInstance, deps: OperatorDeps): void => {
  app.register(async (desk) => {
    await desk.register(multipart);
    desk.decorateRequest('operator', '');
    desk.addHook('onRequest', enterWithToken(deps));
    registerCaptures(desk, deps);
    registerDecisions(desk, deps);
    registerOperatorContradictions(desk, deps);
  });
  app.addHook('onClose', () => deps.bench.close());
};
