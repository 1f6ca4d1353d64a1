import type { FastifyInstance } from 'fastify';
import type { Generations, TakingUp } from './store/generations.ts';
import { storageFault } from './store/storage-fault.ts';

/** Something outside that stops the start: port taken, folder not writable. One line, no stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

const reasons = (settings: string): Readonly<Record<string, string>> => ({
  EADDRINUSE: `is taken by another program; set ${settings}_PORT to a free one`,
  EACCES: `may not be used by this user; set ${settings}_PORT to 1024 or above`,
  EADDRNOTAVAIL: `is not an address of this machine; set ${settings}_HOST`,
  ENOTFOUND: `is not an address of this machine; set ${settings}_HOST`,
});

/** Where to listen, and the beginning of the names of the settings that say so. */
type Port = Readonly<{ host: string; port: number; settings: 'LICET' | 'LICET_METRICS' }>;

/** Listens; gives the address. Throws StartError with one clear line when the address cannot be had. */
export const listen = async (
  app: Readonly<{ listen(at: Readonly<{ host: string; port: number }>): Promise<string> }>,
  { host, port, settings }: Port,
): Promise<string> => {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const reason = reasons(settings)[code];
    if (reason === undefined) throw cause;
    throw new StartError(`${host}:${port} ${reason}`);
  }
};

/** Milliseconds between two looks for a generation that another process published. */
const LOOK_MS = 3000;

/**
 * What is done as the service moves to a newer generation: before it answers, and at once when it does. `gone`: where the data folder was
 * moved into a database meanwhile, so that this process must not go on.
 */
export type Moving = TakingUp & Readonly<{ moved?: () => void; gone?: (why: string) => void }>;

/**
 * Moves the store's reader to newer generations as other processes publish them, each when what it needs is ready: until then
 * the older one answers, and nobody waits. It looks as soon as the store hears of one, and every three seconds all the same. Gives the
 * function that stops it.
 */
export const followGenerations = (
  store: Pick<Generations, 'reader' | 'refresh' | 'whenPublished'>,
  app: FastifyInstance,
  {
    before = async (generation) => generation,
    ready = async () => {},
    moved = () => {},
    gone = () => {},
  }: Moving = {},
): (() => void) => {
  const faulty = (fault: unknown): void =>
    app.log.error({ fault: String(fault) }, 'could not take up a newer generation');
  let [looking, again] = [false, false];
  const move = async (): Promise<void> => {
    // What could not be made ready beforehand is made when it is first asked for.
    const taking: TakingUp = {
      before: (generation) =>
        before(generation).catch((fault: unknown) => {
          faulty(fault);
          return generation;
        }),
      ready: (next) => ready(next).catch(faulty),
    };
    const answered = store.reader().generation;
    if (!(await store.refresh(taking))) return;
    moved();
    const { generation } = store.reader();
    if (generation > answered) app.log.info('a newer generation answers now');
    else
      app.log.error({ generation, answered }, 'the database was put back: an earlier generation answers now');
  };
  const look = (): void => {
    again = looking;
    if (looking) return;
    looking = true;
    move()
      .catch((cause: unknown) => {
        const fault = storageFault(cause);
        if (fault?.kind === 'moved') gone(`${fault.message}; ${fault.remedy}`);
        else faulty(cause);
      })
      .finally(() => {
        looking = false;
        if (again) look();
      });
  };
  const timer = setInterval(look, LOOK_MS).unref();
  const deaf = store.whenPublished(look);
  return () => {
    again = false;
    clearInterval(timer);
    void deaf();
  };
};

/** Longest wait for answers under way, in milliseconds; then what is left is cut off. */
const DRAIN_MS = 10_000;

/** How a process ends. */
type Ending = Readonly<{
  /** From now on by closing this; before, at once, since nothing is under way that anybody waits for. */
  by(app: FastifyInstance, close: () => Promise<void>): void;
  /** Now, with this exit code. */
  now(code: number): void;
}>;

/**
 * On SIGTERM or SIGINT: take no more, finish what is under way, close the store. A second signal ends at once. To be called first of all:
 * a process that is the first of its container is not ended by a signal it does not listen to.
 */
export const endOnSignal = (): Ending => {
  let closing = false;
  let app: FastifyInstance | undefined;
  let close = async (): Promise<void> => undefined;
  const now = (code: number): void => {
    if (closing) return;
    closing = true;
    setTimeout(() => app?.server.closeAllConnections(), DRAIN_MS).unref();
    close().then(
      () => process.exit(code),
      () => process.exit(Math.max(code, 1)),
    );
  };
  const stop = (signal: NodeJS.Signals): void => {
    if (closing) process.exit(1);
    app?.log.info({ signal }, 'closing');
    now(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return {
    by: (given, work) => {
      app = given;
      close = work;
    },
    now,
  };
};
