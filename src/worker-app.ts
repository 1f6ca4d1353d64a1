import type { FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import type { Tracing } from './fetch/traces/open-tracing.ts';
import { watchChain } from './http/chain-watch.ts';
import { createMetrics } from './http/metrics/metrics.ts';
import { createServer } from './http/plugins/create-server.ts';
import { securityHeaders } from './http/plugins/envelope.ts';
import { readAndWriteJson } from './http/plugins/read-and-write-json.ts';
import { registerOperations } from './http/routes/operations.ts';
import { workOnLists } from './jobs/batches/answer-lists.ts';
import { followWatches } from './jobs/watches/follow-watches.ts';
import { type DepsNeeds, openDeps } from './open-deps.ts';

type WorkerNeeds = DepsNeeds &
  Readonly<{
    /** Where log lines go. */
    log: DestinationStream;
    tracing: Pick<Tracing, 'record'> | undefined;
  }>;

/**
 * A process that works and answers no question: lists and watches, from when it listens. What it serves is for its supervisor alone:
 * `/healthz`, `/readyz`, and `/metrics` by the same rules as a service that answers.
 */
export const buildWorkerApp = async (needs: WorkerNeeds): Promise<FastifyInstance> => {
  const { deps, close } = openDeps(needs);
  const app = createServer(needs);
  app.addHook('onClose', close);
  app.addHook('onRequest', (_, reply, done) => {
    reply.headers(securityHeaders);
    done();
  });
  readAndWriteJson(app);
  registerOperations(app, deps, createMetrics(), watchChain(needs.store.integrity, deps.reader));
  workOnLists(app, deps, needs.tracing?.record ?? (() => undefined), needs.store.readerAt);
  followWatches(app, deps);
  await app.ready();
  return app;
};
