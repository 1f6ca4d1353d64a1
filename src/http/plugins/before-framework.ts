import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ByteText } from '../../text/byte-text.ts';
import type { Envelope } from './envelope.ts';

/** A request and its response as Node has them. */
export type RawRequest = FastifyRequest['raw'];
type RawResponse = FastifyReply['raw'];

/** An answer that is finished; `body` null for one without. */
export type Finished = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  body: ByteText | null;
}>;

/** Answers a request by itself, or gives null, or throws, and leaves it to the framework. */
export type AtOnce = (request: RawRequest) => Finished | Promise<Finished> | null;

type Head = Readonly<Record<string, number | string | string[] | undefined>>;

/** Head and body in one piece, with what surrounds every answer. */
export const sendFinished = (
  response: RawResponse,
  { status, headers, body }: Finished,
  surrounding: Head,
): void => {
  const all: Record<string, Head[string]> = { ...surrounding, ...headers };
  if (body !== null) all['content-length'] = body.length;
  response.writeHead(status, all);
  if (body === null) response.end();
  else response.end(body, 'latin1');
};

/** So long may a finished answer wait for others, in milliseconds. */
const LONGEST = 3;

/**
 * Sends the answers that are finished in one turn of the event loop one after another. Each write wakes its reader, a proxy for all clients, and to wake one
 * that sleeps takes as long as a kept answer; behind the first write he is awake.
 */
const inOneGo = (): ((send: () => void) => void) => {
  let waiting: (() => void)[] = [];
  let since = 0;
  const flush = (): void => {
    const all = waiting;
    waiting = [];
    for (const send of all) send();
  };
  return (send) => {
    const now = performance.now();
    if (waiting.push(send) === 1) {
      since = now;
      setImmediate(flush);
    } else if (now - since > LONGEST) flush();
  };
};

/** What a server hands each request to. */
export type Listener = (request: RawRequest, response: RawResponse) => void;

/** What is answered at the address of a route before the framework sees it, and with what around it. */
type Before = Readonly<{ route: string; envelope: Envelope; answer: AtOnce }>;

/** Answers one request, or leaves it to the framework, with what was counted of it. */
const listener = (framework: Listener, { route, envelope, answer }: Before): Listener => {
  const together = inOneGo();
  return (request, response) => {
    const begun = performance.now();
    const opened = envelope.open(request);
    if (opened === null) return framework(request, response);
    const leave = (): void => {
      if (response.headersSent) return void response.destroy();
      envelope.leave(request, opened);
      framework(request, response);
    };
    const write = (finished: Finished): void => {
      try {
        sendFinished(response, finished, opened.headers);
        envelope.ended(opened.id, route, finished.status, performance.now() - begun);
      } catch {
        leave();
      }
    };
    const send = (finished: Finished): void => together(() => write(finished));
    try {
      const finished = answer(request);
      if (finished === null) leave();
      else if (finished instanceof Promise) finished.then(send).catch(leave);
      else send(finished);
    } catch {
      // The framework finds the same fault, and tells it.
      leave();
    }
  };
};

/**
 * Answers GET requests for a route before the framework sees them: to find a route, to make objects of request and reply and to go through hooks costs
 * more than a kept answer. What surrounds an answer (`envelope`) is the same. Whatever is not plain goes through the framework: a key, a body,
 * a service that closes, a question that cannot be read. `close` leaves everything to the framework from then on.
 */
export const beforeFramework = (
  before: Before,
  framework: Listener,
): Readonly<{ listener: Listener; close: () => void }> => {
  const first = listener(framework, before);
  const asked = `${before.route}?`;
  let closing = false;
  return {
    listener: (request, response) => {
      const plain = !closing && request.method === 'GET' && request.url?.startsWith(asked) === true;
      (plain ? first : framework)(request, response);
    },
    close: () => {
      closing = true;
    },
  };
};

/** The same for a server that the framework has made. */
export const answerBeforeFramework = (app: FastifyInstance, before: Before): void => {
  // Where requests are traced the framework's hooks begin and end a trace.
  if (app.hasRequestDecorator('opentelemetry')) return;
  const { server } = app;
  const listeners = server.listeners('request') as Listener[];
  const { listener, close } = beforeFramework(before, (request, response) => {
    for (const one of listeners) one.call(server, request, response);
  });
  server.removeAllListeners('request');
  server.on('request', listener);
  app.addHook('preClose', (done) => {
    close();
    done();
  });
};
