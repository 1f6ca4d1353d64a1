import { parentPort } from 'node:worker_threads';
import { type Calls, type FromWorker, packError, type ToWorker } from './worker-messages.ts';

/** Does one kind of call. `tell` sends an event to whoever asked. */
type Handler<Call extends Calls[string], Event> = (
  given: Call['given'],
  tell: (event: Event) => void,
) => Promise<Call['answer']> | Call['answer'];

/** How a worker does each of its calls. */
type Handlers<Of extends Calls, Event> = Readonly<{ [Name in keyof Of]: Handler<Of[Name], Event> }>;

/**
 * The worker's end of a channel (`worker-channel.ts`): does the calls one after another and sends back each answer or error. On
 * `stop`, after the last call, `close` is awaited and the thread ends. Gives the function that sends an event of no call.
 */
export const serveWorker = <Of extends Calls, Event = never>(
  handlers: Handlers<Of, Event>,
  close: () => Promise<void>,
): ((event: Event) => void) => {
  const port = parentPort;
  if (port === null) throw new Error('this file is a worker: open a channel to it');
  const send = (message: FromWorker): void => port.postMessage(message);
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
  port.on('message', (asked: ToWorker) => {
    if (asked.message === 'call') last = last.then(() => answer(asked));
    else void last.then(close).finally(() => port.close());
  });
  send({ message: 'ready' });
  return (event) => send({ message: 'event', id: null, event });
};
