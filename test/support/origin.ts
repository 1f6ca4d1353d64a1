import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

/** One answer, or one way of misbehaving. */
export type Answer =
  | Readonly<{
      kind: 'page';
      body: string | Uint8Array;
      status?: number;
      type?: string;
      headers?: Readonly<Record<string, string>>;
      /** Offer validators and answer 304 to whoever brings them. */
      etag?: string;
      lastModified?: string;
      gzip?: boolean;
    }>
  | Readonly<{ kind: 'redirect'; to: string; status?: number }>
  /** Answers with a page of this size, written slowly enough that a short limit passes first. */
  | Readonly<{ kind: 'slow'; everyMs: number }>
  /** Takes the request and says nothing. */
  | Readonly<{ kind: 'hang' }>
  | Readonly<{ kind: 'reset' }>
  /** Announces more than it sends: the beginning of a table, or these bytes. */
  | Readonly<{ kind: 'truncated'; body?: Uint8Array; type?: string }>
  /** A few kilobytes that unfold to `bytes`. */
  | Readonly<{ kind: 'bomb'; bytes: number }>
  /** Random bytes without end, uncompressed. */
  | Readonly<{ kind: 'endless' }>
  | Readonly<{ kind: 'busy'; retryAfter?: string; status?: number }>;

type Seen = Readonly<{ path: string; headers: IncomingMessage['headers'] }>;

export type Origin = Readonly<{
  url: string;
  port: number;
  /** Requests in the order they came, robots.txt included. */
  seen: Seen[];
  /** Sets what a path answers: one answer for ever, or several one after another (the last one stays). */
  on: (path: string, ...answers: readonly Answer[]) => void;
  close: () => Promise<void>;
}>;

const CHUNK = Buffer.alloc(65_536, 'x');

const sendPage = (
  answer: Extract<Answer, { kind: 'page' }>,
  request: IncomingMessage,
  response: ServerResponse,
) => {
  const { etag, lastModified, gzip = false, status = 200, type = 'text/html; charset=utf-8' } = answer;
  const validators = { ...(etag && { etag }), ...(lastModified && { 'last-modified': lastModified }) };
  const sameTag = etag !== undefined && request.headers['if-none-match'] === etag;
  const sameDate = lastModified !== undefined && request.headers['if-modified-since'] === lastModified;
  if (sameTag || sameDate) return response.writeHead(304, validators).end();
  const body = gzip ? gzipSync(answer.body) : answer.body;
  const coding = gzip ? { 'content-encoding': 'gzip' } : {};
  return response
    .writeHead(status, { 'content-type': type, ...validators, ...coding, ...answer.headers })
    .end(body);
};

const pump = (response: ServerResponse) => {
  if (response.destroyed) return;
  if (response.write(CHUNK)) setImmediate(pump, response);
  else response.once('drain', () => pump(response));
};

const drip = (response: ServerResponse, everyMs: number) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const timer = setInterval(() => response.write('.'), everyMs);
  response.on('close', () => clearInterval(timer));
};

const misbehave = (answer: Exclude<Answer, { kind: 'page' }>, response: ServerResponse) => {
  switch (answer.kind) {
    case 'redirect':
      return response.writeHead(answer.status ?? 302, { location: answer.to }).end();
    case 'slow':
      return drip(response, answer.everyMs);
    case 'hang':
      return undefined;
    case 'reset':
      return response.socket?.resetAndDestroy();
    case 'truncated': {
      const { body = Buffer.from('<table><tr><td>'), type = 'text/html' } = answer;
      response.writeHead(200, { 'content-type': type, 'content-length': String(body.length + 1000) });
      return response.write(body, () => response.destroy());
    }
    case 'bomb':
      return response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(answer.bytes)));
    case 'endless':
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      return pump(response);
    case 'busy': {
      const wait = answer.retryAfter === undefined ? {} : { 'retry-after': answer.retryAfter };
      return response.writeHead(answer.status ?? 429, wait).end('busy');
    }
  }
};

/**
 * A real web server on this machine that replays pages and misbehaves on command. Paths nobody set answer 404, robots.txt
 * among them. Close it in the test's teardown.
 */
export const startOrigin = async (): Promise<Origin> => {
  const scripts = new Map<string, Answer[]>();
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    seen.push({ path, headers: request.headers });
    const script = scripts.get(path) ?? [];
    const answer = script.length > 1 ? script.shift() : script[0];
    if (answer === undefined) response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
    else if (answer.kind === 'page') sendPage(answer, request, response);
    else misbehave(answer, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    on: (path, ...answers) => {
      scripts.set(path, [...answers]);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
