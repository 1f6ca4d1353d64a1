import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { DestinationStream } from 'pino';
import type { Config } from '../../config.ts';
import { answerBrokenRequest } from './broken-requests.ts';
import { connectionLimits, trusted } from './connections.ts';
import { frameworkProblem, sendProblem } from './problems.ts';
import { toldLater } from './read-and-write-json.ts';
import { securityHeaders } from './request-hooks.ts';

type ServerNeeds = Readonly<{
  config: Config;
  /** Where log lines go; the process's standard output when left out. */
  log?: DestinationStream | undefined;
}>;

const MB = 1_048_576;
const LONGEST_PATH_PART = 500;

/** Request ids: the process's own prefix and a count, unique without a random number a request. */
const requestIds = (): (() => string) => {
  const prefix = randomBytes(6).toString('base64url');
  let count = 0;
  return () => `${prefix}-${(++count).toString(36)}`;
};

declare module 'fastify' {
  interface FastifyInstance {
    /** Gives the id of the next request. */
    nextRequestId(): string;
  }
}

/** A server that answers nothing yet: its log, its limits, and what it says of requests that it cannot read. */
export const createServer = ({ config, log }: ServerNeeds): FastifyInstance => {
  const nextRequestId = requestIds();
  const app: FastifyInstance = Fastify({
    logger:
      config.log === 'silent' ? false : { level: config.log, base: null, ...(log ? { stream: log } : {}) },
    logController: new LogController({ disableRequestLogging: true }),
    schemaController: toldLater,
    clientErrorHandler: answerBrokenRequest,
    childLoggerFactory: (logger) => logger,
    genReqId: nextRequestId,
    requestIdHeader: false,
    trustProxy: trusted(config.trustProxy),
    ...connectionLimits,
    bodyLimit: MB,
    routerOptions: { maxParamLength: LONGEST_PATH_PART },
    return503OnClosing: true,
    frameworkErrors: ({ code }, request, reply) => {
      const answer = reply.headers(securityHeaders).header('x-request-id', request.id);
      void sendProblem(request, answer, frameworkProblem(code));
    },
  });
  return app.decorate('nextRequestId', nextRequestId);
};
