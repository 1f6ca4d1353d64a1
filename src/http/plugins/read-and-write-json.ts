import type { FastifyInstance } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { readJsonBodies } from './bodies.ts';
import { registerProblems } from './problems.ts';

/** Bodies in and out are JSON, checked by their schemas; what is wrong with them is told as a problem. */
export const readAndWriteJson = (app: FastifyInstance): void => {
  app.removeContentTypeParser('text/plain');
  readJsonBodies(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => JSON.stringify);
  registerProblems(app);
};
