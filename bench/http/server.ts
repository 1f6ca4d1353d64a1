import Fastify, { type RouteHandlerMethod } from 'fastify';
import { destination } from 'pino';
import { buildApp } from '../../src/app.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { keepYoung } from '../../src/jobs/batches/give-back.ts';
import { openNames } from '../../src/jobs/names/names-index.ts';
import { openStore } from '../../src/store/open-store.ts';

/** Largest number of requests a minute that the limiter still counts: the limiter is in the way, and lets all through. */
const UNLIMITED = 1_000_000;

/**
 * The service as it is started in production, on a data folder: the names index taken up, a line logged for each answer, some
 * lines at a time, to where they cost nobody.
 */
const licet = async (data: string, kind: string) => {
  const store = await openStore({ data });
  const env = {
    LICET_DATA: data,
    LICET_RATE_LIMIT: String(UNLIMITED),
    ...(kind === 'licet-public' ? { LICET_BASE_URL: 'http://localhost' } : {}),
  };
  const config = readConfig(env);
  const names = openNames(store, data);
  if (kind !== 'licet-without-names') await names.ready();
  if (kind === 'licet') await names.answered();
  const log = destination({
    dest: '/dev/null',
    sync: false,
    minLength: 4_096,
    maxWrite: 8_192,
    periodicFlush: 1000,
  });
  return buildApp({ store, archive: openArchive(data), config, clock: systemClock, log });
};

/** What a user would build to be as fast as possible: a bare route that returns a string it already has. */
const bare = async (bytes: number) => {
  const app = Fastify();
  const body = JSON.stringify({ made: 'x'.repeat(Math.max(0, bytes - 11)) });
  const answer: RouteHandlerMethod = async (_request, reply) => {
    reply.header('content-type', 'application/json; charset=utf-8');
    return body;
  };
  app.get('/v1/verify', answer);
  app.get('/badge/*', answer);
  return app;
};

const [kind = 'licet', argument = ''] = process.argv.slice(2);
const app = await (kind === 'bare' ? bare(Number(argument)) : licet(argument, kind));
await app.listen({ host: '127.0.0.1', port: 0 });
if (kind !== 'bare') keepYoung();
const address = app.server.address();
process.send?.({ port: typeof address === 'object' ? address?.port : 0 });

process.on('message', (message) => {
  if (message === 'state') {
    const { user, system } = process.cpuUsage();
    process.send?.({ rss: process.memoryUsage.rss(), cpuUs: user + system });
  }
  if (message === 'stop') process.exit(0);
});
