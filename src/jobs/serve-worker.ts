import { parentPort } from 'node:worker_threads';
import { keepWhere } from '../store/folder/kept-where.ts';
import { type Calls, type FromWorker, packError, type ToWorker } from './worker-messages.ts';

/** Does one kind of call. `tell` sends an event to whoever asked. */
type Handler<Call extends Calls[string], Event> = (
  given: Call['given'],
  tell: (event: Event) => void,
) => Promise<Call['answer']> | Call['answer'];

/** How a worker does each of its calls. */
type Handlers<Of extends Calls, Event> = Readonly<{ [Name in keyof Of]: Handler<Of[Name], Event> }>;

/** How a worker hears and is heard. */
type Port = Readonly<{
  post(sent: FromWorker): void;
  hear(on: (asked: ToWorker) => void): void;
  close(): void;
}>;

/**
 * A process that was opened for its work ends with the process that opened it, however that ended. Signals that a terminal or a supervisor sends
 * to all are that one's to answer.
 */
const processPort = (): Port => {
  if (process.send === undefined) throw new Error('this file is a worker: open a channel to it');
  process.on('disconnect', () => process.exit());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  return {
    post: (sent) => void process.send?.(sent, undefined, undefined, () => undefined),
    hear: (on) => void process.on('message', (asked) => on(asked as ToWorker)),
    close: () => process.disconnect(),
  };
};

const openPort = (): Port => {
  const port = parentPort;
  if (port === null) return processPort();
  return {
    post: (sent) => port.postMessage(sent),
    hear: (on) => void port.on('message', on),
    close: () => port.close(),
  };
};

/**
 * The worker's end of a channel (`worker-channel.ts`): does the calls one after another and sends back each answer or error. On
 * `stop`, after the last call, `close` is awaited and the thread, or the process, ends. Gives the function that sends an event of no call.
 */
export const serveWorker = <Of extends Calls, Event = never>(
  handlers: Handlers<Of, Event>,
  close: () => Promise<void>,
): ((event: Event) => void) => {
  const port = openPort();
  const send = port.post;
  const answer = async ({ id, name, given }: Extract<ToWorker, { message: 'call' }>): Promise<void> => {
    try {
      const handler = handlers[name];
      if (handler === undefined) throw new Error(`the worker knows no call ${name}`);
      const done = await handler(given, (event) => send({ message: 'event', id, event }));
      send({ message: 'answer', id, answer: done });
    } catch (cause) {
      send({ message: 'error', id, error: packError(cause) });
    }
  };
  let last: Promise<void> = Promise.resolve();
  port.hear((asked) => {
    if (asked.message === 'kept') keepWhere(asked.where);
    else if (asked.message === 'call') last = last.then(() => answer(asked));
    else void last.then(close).finally(() => port.close());
  });
  send({ message: 'ready' });
  return (event) => send({ message: 'event', id: null, event });
};
