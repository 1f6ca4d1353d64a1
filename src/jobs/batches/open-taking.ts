import { LicetError } from '../../errors.ts';
import { type Channel, openChannel, WorkerEnded } from '../worker-channel.ts';
import { watchWorker } from '../worker-watch.ts';
import type { TakeCalls } from './take-worker.ts';

/** What reading one list may take. A workbook of 100,000 rows takes a fifth of the time and half of the memory. */
const LIMITS = { ms: 60_000, mb: 900 } as const;
/** How long the thread is kept without work; it takes some 40 MB. */
const IDLE_MS = 250;
/** Left to itself V8 measures the heap of a thread by the machine, and keeps what is no longer used. */
const HEAP = { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 2 * LIMITS.mb } as const;

const tooMuch = (): LicetError =>
  new LicetError(
    'LICET_LIST_UNREADABLE',
    'Reading the list takes more time or memory than it may; split it.',
  );

/** The thread that reads lists: started by the first, ended when none came for a while, or when a list takes too much. */
export const openTaking = () => {
  let worker: Channel<TakeCalls, never> | null = null;
  let idle: NodeJS.Timeout | undefined;
  const drop = (): void => {
    worker = null;
  };
  const open = (): Channel<TakeCalls, never> =>
    openChannel<TakeCalls>({
      file: new URL('./take-worker.ts', import.meta.url),
      data: null,
      resourceLimits: HEAP,
      ended: drop,
    });
  return {
    take: async (given: TakeCalls['take']['given']): Promise<TakeCalls['take']['answer']> => {
      clearTimeout(idle);
      worker ??= open();
      const own = worker;
      const unwatch = watchWorker(own, LIMITS.ms, LIMITS.mb, () => {
        drop();
        void own.end(tooMuch());
      });
      try {
        return await own.call('take', given);
      } catch (cause) {
        throw cause instanceof WorkerEnded && cause.why === 'out-of-memory' ? tooMuch() : cause;
      } finally {
        unwatch();
        idle = setTimeout(() => {
          void worker?.stop();
          drop();
        }, IDLE_MS).unref();
      }
    },
    close: async (): Promise<void> => {
      clearTimeout(idle);
      await worker?.stop();
    },
  };
};
