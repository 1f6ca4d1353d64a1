import { LicetError } from '../../errors.ts';
import type { BatchDesk } from '../../http/batches/desk.ts';
import type { BatchStore } from '../../store/service/batches.ts';
import { type Channel, openChannel, WorkerEnded } from '../worker-channel.ts';
import { watchWorker } from '../worker-watch.ts';
import type { AnswerCalls, AnswerSettings, ListNews } from './answer-worker.ts';
import type { TakeCalls } from './take-worker.ts';

/** What reading one list may take. A workbook of 100,000 rows takes a fifth of the time and half of the memory. */
const LIMITS = { ms: 60_000, mb: 900 } as const;
/** Lists that may wait to be read; more are turned away. */
const MOST_WAITING = 4;
/** How long the thread that reads and the one that answers are kept without work; each takes over 100 MB. */
const TAKING_IDLE_MS = 2_000;
const IDLE_MS = 30_000;
/**
 * The heap of the thread that answers, far above what a large registry needs. Left to itself V8 measures it by the machine and keeps what
 * is no longer used: 200 MB more, for a tenth of the time.
 */
const HEAP = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1_024 } as const;
/** Before a thread that ended at its work is started anew. */
const AGAIN_MS = 1_000;

type DeskNeeds = Readonly<{
  settings: AnswerSettings;
  batches: () => Pick<BatchStore, 'hasOpen'>;
  /** Told of each list that was answered. */
  told?: (news: ListNews) => void;
  /** Told of a thread that broke down. */
  fault: (cause: unknown) => void;
}>;

/** The thread that reads lists: started by the first, ended when none came for a while, or when a list takes too much. */
const openTaking = (data: string) => {
  let worker: Channel<TakeCalls, never> | null = null;
  let idle: NodeJS.Timeout | undefined;
  const drop = (): void => {
    worker = null;
  };
  const open = (): Channel<TakeCalls, never> =>
    openChannel<TakeCalls>({
      file: new URL('./take-worker.ts', import.meta.url),
      data,
      resourceLimits: { ...HEAP, maxOldGenerationSizeMb: 2 * LIMITS.mb },
      ended: drop,
    });
  const tooMuch = (): LicetError =>
    new LicetError(
      'LICET_LIST_UNREADABLE',
      'Reading the list takes more time or memory than it may; split it.',
    );
  return {
    take: async (given: TakeCalls['take']['given']) => {
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
        }, TAKING_IDLE_MS).unref();
      }
    },
    close: async (): Promise<void> => {
      clearTimeout(idle);
      await worker?.stop();
    },
  };
};

/** The thread that answers lists: started when there is work. Whatever ends it, the list goes on at its first part without an answer. */
const openAnswering = ({ settings, batches, fault, told = () => undefined }: DeskNeeds) => {
  let worker: Channel<AnswerCalls, ListNews> | null = null;
  let [busy, again, closed] = [false, false, false];
  let later: NodeJS.Timeout | undefined;
  const open = (): Channel<AnswerCalls, ListNews> =>
    openChannel<AnswerCalls, ListNews>({
      file: new URL('./answer-worker.ts', import.meta.url),
      data: settings,
      resourceLimits: HEAP,
    });
  const work = async (): Promise<void> => {
    if (!(await batches().hasOpen())) return;
    worker ??= open();
    await worker.call('answer', null, told);
  };
  const rest = (): void => {
    later = setTimeout(() => {
      void worker?.stop();
      worker = null;
    }, IDLE_MS).unref();
  };
  const wake = (): void => {
    if (closed) return;
    again = true;
    if (busy) return;
    [busy, again] = [true, false];
    clearTimeout(later);
    work()
      .then(rest, (cause: unknown) => {
        worker = null;
        if (closed) return;
        fault(cause);
        later = setTimeout(wake, AGAIN_MS).unref();
      })
      .finally(() => {
        busy = false;
        if (again) wake();
      });
  };
  return {
    wake,
    /** Starts the thread while the list is still being read: its first rows come sooner. */
    warm: (): void => {
      if (busy || closed) return;
      clearTimeout(later);
      worker ??= open();
      rest();
    },
    close: async (): Promise<void> => {
      closed = true;
      clearTimeout(later);
      // A list that is being answered is cut off and begun again at the next start: closing must not wait for it.
      await worker?.end(new WorkerEnded('stopped', 'the service closes'));
    },
  };
};

/** Has lists read by one thread and answered by another, one after another, while questions are answered beside them. */
export const openBatchDesk = (needs: DeskNeeds): BatchDesk => {
  const [taking, answering] = [openTaking(needs.settings.data), openAnswering(needs)];
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    take: (bytes, order) => {
      if (waiting >= MOST_WAITING) return Promise.reject(new LicetError('LICET_BUSY'));
      waiting += 1;
      answering.warm();
      const taken = last
        .then(() => taking.take({ bytes, order }))
        .finally(() => {
          waiting -= 1;
        });
      last = taken.catch(() => undefined);
      return taken;
    },
    wake: answering.wake,
    close: async () => {
      await Promise.all([taking.close(), answering.close()]);
    },
  };
};
