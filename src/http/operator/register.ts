import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { authenticateOperator } from './authenticate.ts';
import { registerCapturedRows } from './captured-rows.ts';
import { registerCaptures } from './captures.ts';
import { registerOperatorContradictions } from './contradictions.ts';
import { registerDecisions } from './decisions.ts';
import type { OperatorDeps } from './deps.ts';
import { registerPending } from './pending.ts';
import { guardByRole } from './require-role.ts';

/** The routes of operators, behind their token and role: a Fastify scope of their own, so that form uploads and the token check reach no other route. */
export const registerOperator = (app: FastifyInstance, deps: OperatorDeps): void => {
  app.register(async (scope) => {
    await scope.register(multipart);
    scope.addHook('onRequest', authenticateOperator(deps));
    guardByRole(scope);
    registerPending(scope, deps);
    registerCapturedRows(scope, deps);
    registerCaptures(scope, deps);
    registerDecisions(scope, deps);
    registerOperatorContradictions(scope, deps);
  });
  app.addHook('onClose', () => deps.worker.close());
};
