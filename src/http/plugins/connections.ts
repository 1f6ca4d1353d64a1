import proxyAddr from '@fastify/proxy-addr';
import type { FastifyInstance } from 'fastify';
import type { TrustProxy } from '../../config/trust-proxy.ts';
import type { RawRequest } from './before-framework.ts';
import { clientOf } from './limiter.ts';

/** Headers must have come after so long, the whole request after so long; an upload on a slow line needs the latter. */
const HEADERS_MS = 15_000;
const REQUEST_MS = 75_000;
/** How often Node looks for requests that take longer; a late one is open for this much more at most. */
const CHECK_MS = 5_000;
const KEEP_ALIVE_MS = 72_000;

/** Sockets open at once: of everybody, so that the process keeps file handles for its data, and of one client. */
const MOST_CONNECTIONS = 4_000;
const MOST_OF_ONE = 200;

/** What is needed of a socket here. */
type Connected = Readonly<{
  remoteAddress?: string | undefined;
  destroy(): unknown;
  once(event: 'close', done: () => void): unknown;
}>;

/** Time limits of a request, for Fastify: a client that sends half of one is hung up on with 408. */
export const connectionLimits = {
  requestTimeout: REQUEST_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
  http: { connectionsCheckingInterval: CHECK_MS, headersTimeout: HEADERS_MS },
} as const;

/** The proxies before the service as Fastify wants them: hops are counted from the socket on. */
export const trusted = (
  named: TrustProxy,
): boolean | string[] | ((address: string, hop: number) => boolean) =>
  typeof named === 'number' ? (_address, hop) => hop < named : named;

/** Who a client is, as the framework tells it in `request.ip`: by its socket, or by what the named proxies say. */
export const clientAddress = (named: TrustProxy): ((request: RawRequest) => string) => {
  if (named === false) return ({ socket }) => socket.remoteAddress ?? '';
  const trusts =
    typeof named === 'number' ? (_: string, hop: number) => hop < named : proxyAddr.compile(named);
  return (request) => proxyAddr.all(request, trusts).at(-1) ?? '';
};

/**
 * Bounds open connections. Behind a proxy all of them are the proxy's, which has limits of its own: then only the sum counts.
 * `mostOfOne` is for tests.
 */
export const boundConnections = (
  server: FastifyInstance['server'],
  proxies: TrustProxy,
  mostOfOne: number = MOST_OF_ONE,
): void => {
  server.maxConnections = MOST_CONNECTIONS;
  if (proxies !== false) return;
  const open = new Map<string, number>();
  server.on('connection', (socket: Connected) => {
    const client = clientOf(socket.remoteAddress ?? '');
    const count = (open.get(client) ?? 0) + 1;
    if (count > mostOfOne) return void socket.destroy();
    open.set(client, count);
    socket.once('close', () => {
      const left = (open.get(client) ?? 1) - 1;
      if (left === 0) open.delete(client);
      else open.set(client, left);
    });
  });
};
