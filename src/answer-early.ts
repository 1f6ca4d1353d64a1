import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import { type DestinationStream, pino } from 'pino';
import { createMetrics, type Metrics } from './http/metrics/metrics.ts';
import { beforeFramework, type Listener } from './http/plugins/before-framework.ts';
import { boundConnections, connectionLimits } from './http/plugins/connections.ts';
import type { EarlyServer } from './http/plugins/create-server.ts';
import { openSurrounding, type Surrounding } from './http/plugins/envelope.ts';
import { verifyAtOnce, verifyGetter } from './http/routes/verify-answers.ts';
import { type DepsNeeds, openDeps } from './open-deps.ts';

/** Asked of Node and not imported: an import reads everything that this module names, and Node loads its whole HTTP client for that. */
const { createServer } = process.getBuiltinModule('node:http');

/** What a service is made of before it has a server. */
export type Prepared = Readonly<{
  opened: ReturnType<typeof openDeps>;
  metrics: Metrics;
  surrounding: Surrounding;
}>;

/** Opens what answers are made from, and what surrounds them. */
export const prepare = (needs: DepsNeeds): Prepared => {
  const opened = openDeps(needs);
  const metrics = createMetrics();
  return { opened, metrics, surrounding: openSurrounding(opened.deps, metrics.observe) };
};

/** A server that answers plain questions, and keeps all else waiting until the framework is there. */
export type Early = EarlyServer &
  Readonly<{
    prepared: Prepared;
    listen: (at: Readonly<{ host: string; port: number }>) => Promise<string>;
    /** From now on the framework answers what is not answered before it. */
    open: () => void;
    /** Leaves everything to the framework, which knows that the service closes. */
    close: () => void;
  }>;

/** The framework takes over a server by telling it to listen; this one does. */
const listening = (server: Server): Server =>
  Object.assign(server, {
    listen: () => {
      process.nextTick(() => server.emit('listening'));
      return server;
    },
  });

/** What is no HTTP request is told so as by the framework (src/http/plugins/broken-requests.ts), which takes that over as well. */
const tellBroken = (server: Server): (() => void) => {
  const tell = (error: ConnectionError, socket: Socket): void =>
    void import('./http/plugins/broken-requests.ts').then(({ answerBrokenRequest }) =>
      answerBrokenRequest(error, socket),
    );
  server.on('clientError', tell);
  return () => server.off('clientError', tell);
};

const listenOn = (server: Server, { host, port }: Readonly<{ host: string; port: number }>) =>
  new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      const { address, port: given } = server.address() as AddressInfo;
      resolve(`http://${address}:${given}`);
    });
  });

/**
 * A warm start answers its first question in half the time when it does not wait for the framework, whose 600 files and 300 addresses are
 * loaded while this server listens. Other requests wait for them.
 */
export const openEarly = (needs: DepsNeeds & Readonly<{ log: DestinationStream }>): Early => {
  const prepared = prepare(needs);
  const { deps } = prepared.opened;
  const log = pino({ level: needs.config.log, base: null }, needs.log);
  const ready = Promise.withResolvers<Listener>();
  let framework: Listener | undefined;
  let opened: Listener | undefined;
  const route = '/v1/verify';
  const envelope = prepared.surrounding.envelope(log);
  const answer = verifyAtOnce(verifyGetter(deps));
  const { listener, close } = beforeFramework({ route, envelope, answer }, (request, response) => {
    if (opened !== undefined) return opened(request, response);
    void ready.promise.then((listener) => listener(request, response));
  });
  const server = createServer(connectionLimits.http, listener);
  server.requestTimeout = connectionLimits.requestTimeout;
  server.keepAliveTimeout = connectionLimits.keepAliveTimeout;
  boundConnections(server, needs.config.trustProxy);
  const taken = tellBroken(server);
  return {
    prepared,
    close,
    listen: async (at) => {
      const address = await listenOn(server, at);
      listening(server);
      return address;
    },
    take: (given) => {
      taken();
      framework = given;
      return server;
    },
    open: () => {
      if (framework === undefined) throw new Error('no framework took the server over');
      opened = framework;
      ready.resolve(framework);
    },
  };
};
