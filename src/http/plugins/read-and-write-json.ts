import type { FastifyInstance } from 'fastify';
import { readJsonBodies } from './bodies.ts';
import { registerProblems } from './problems.ts';
import { wordedValidator } from './worded-validator.ts';

/** Bodies in and out are JSON, checked by their schemas; what is wrong with them is told as a problem. */
export const readAndWriteJson = (app: FastifyInstance): void => {
  app.removeContentTypeParser('text/plain');
  readJsonBodies(app);
  app.setValidatorCompiler(wordedValidator);
  app.setSerializerCompiler(() => JSON.stringify);
  registerProblems(app);
};
