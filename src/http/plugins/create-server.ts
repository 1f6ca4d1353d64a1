import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { DestinationStream } from 'pino';
import type { Config } from '../../config.ts';
import type { Listener } from './before-framework.ts';
import { answerBrokenRequest } from './broken-requests.ts';
import { connectionLimits, trusted } from './connections.ts';
import { requestIds, securityHeaders } from './envelope.ts';
import { frameworkProblem, sendProblem } from './problems.ts';
import { toldLater } from './read-and-write-json.ts';

type ServerNeeds = Readonly<{
  config: Config;
  /** Where log lines go; the process's standard output when left out. */
  log?: DestinationStream | undefined;
}>;

const MB = 1_048_576;
const LONGEST_PATH_PART = 500;

/** A server that listens already, and what it hands requests to from now on. */
export type EarlyServer = Readonly<{
  take: (framework: Listener) => FastifyInstance['server'];
}>;

/** A server that answers nothing yet: its log, its limits, and what it says of requests that it cannot read. */
export const createServer = (
  { config, log }: ServerNeeds,
  nextId = requestIds(),
  early?: EarlyServer,
): FastifyInstance =>
  Fastify({
    logger:
      config.log === 'silent' ? false : { level: config.log, base: null, ...(log ? { stream: log } : {}) },
    logController: new LogController({ disableRequestLogging: true }),
    schemaController: toldLater,
    clientErrorHandler: answerBrokenRequest,
    childLoggerFactory: (logger) => logger,
    genReqId: nextId,
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
    ...(early === undefined ? {} : { serverFactory: early.take }),
  });
