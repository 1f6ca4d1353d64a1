import { type Channel, openChannel, WorkerEnded } from '../worker-channel.ts';
import type { WatchCalls, WatchSettings } from './watch-worker.ts';

/** Between two looks whether there is work, in milliseconds. */
const LOOK_MS = 3_000;
/** Looks without work after which the thread is ended: its memory is given back then. */
const IDLE_LOOKS = 10;

type WatchingNeeds = Readonly<{
  settings: WatchSettings;
  /** Whether any entry is to be compared or any event to be sent; asked every three seconds, so it must be cheap. */
  hasWork: () => Promise<boolean>;
  /** Told of what went wrong; the next look tries again. */
  fault: (cause: unknown) => void;
}>;

type Watching = Readonly<{ start: () => void; close: () => Promise<void> }>;

/**
 * Has watches compared whenever a newer generation, another policy or another day answers, and events sent, in a thread that is started when there is
 * work and ended when there is none. Whatever ends the thread or the process, the next look goes on where it stopped.
 */
export const openWatching = ({ settings, hasWork, fault }: WatchingNeeds): Watching => {
  let worker: Channel<WatchCalls, never> | null = null;
  let [timer, looking, closed]: [NodeJS.Timeout | undefined, Promise<void> | null, boolean] = [
    undefined,
    null,
    false,
  ];
  let idle = 0;
  const rest = async (): Promise<void> => {
    idle += 1;
    if (idle < IDLE_LOOKS || worker === null) return;
    const own = worker;
    worker = null;
    await own.stop();
  };
  const look = async (): Promise<void> => {
    if (!(await hasWork())) return rest();
    idle = 0;
    worker ??= openChannel<WatchCalls>({
      file: new URL('./watch-worker.ts', import.meta.url),
      data: settings,
    });
    await worker.call('work', null);
  };
  const tick = (): void => {
    looking ??= look()
      .catch(async (cause: unknown) => {
        const broken = worker;
        worker = null;
        if (closed) return;
        fault(cause);
        await broken?.end(new WorkerEnded('stopped', 'it is started anew'));
      })
      .finally(() => {
        looking = null;
      });
  };
  return {
    start: () => {
      tick();
      timer = setInterval(tick, LOOK_MS).unref();
    },
    close: async () => {
      closed = true;
      clearInterval(timer);
      // What it is at is begun again at the next start: nobody waits for a long list.
      await worker?.end(new WorkerEnded('stopped', 'the service closes'));
      await looking;
    },
  };
};
