import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { readJsonBodies } from './bodies.ts';
import { registerProblems } from './problems.ts';
import { wordedValidator } from './worded-validator.ts';

const givenLater = (): never => {
  throw new Error('no server reads or writes by schemas before it is told by what (readByZod)');
};

/**
 * Tells the framework, when a server is made, that `readByZod` follows: otherwise it loads the 120 files of a validator and a
 * serializer that nothing uses.
 */
export const toldLater: NonNullable<FastifyServerOptions['schemaController']> = {
  compilersFactory: { buildValidator: givenLater, buildSerializer: givenLater },
};

/** Schemas are read by Zod, and answers written as they are. */
export const readByZod = (app: FastifyInstance): void => {
  app.setValidatorCompiler(wordedValidator);
  app.setSerializerCompiler(() => JSON.stringify);
};

/** Bodies in and out are JSON, checked by their schemas; what is wrong with them is told as a problem. */
export const readAndWriteJson = (app: FastifyInstance): void => {
  app.removeContentTypeParser('text/plain');
  readJsonBodies(app);
  readByZod(app);
  registerProblems(app);
};
