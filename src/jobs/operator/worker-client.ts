import { LicetError } from '../../errors.ts';
import type { OperatorJobs, OperatorWorkerClient } from '../../http/operator/jobs.ts';
import { leaseHolder } from '../lease-guard.ts';
import { type Channel, openChannel, WorkerEnded } from '../worker-channel.ts';
import { watchWorker } from '../worker-watch.ts';
import type { OperatorCalls, OperatorStage, OperatorWorkerSettings } from './open-jobs.ts';

/**
 * What a job may take: milliseconds for looking at what was sent and for writing it, and megabytes for looking. The largest saved page
 * of an honest site (20 MB of HTML) takes half of them; a file of 1 MB made to unfold would take gigabytes.
 */
export const LIMITS = { lookMs: 60_000, writeMs: 600_000, lookMb: 640 } as const;
type Limits = Readonly<Record<keyof typeof LIMITS, number>>;

/** Heap of the thread while it writes; looking ends far below it. */
const HEAP_MB = 2_048;
/** Jobs that may wait; more are turned away. */
const MOST_WAITING = 16;

type OperatorWorkerNeeds = OperatorWorkerSettings &
  Readonly<{
    /** Releases the lease of a thread that was ended while it held it. */
    releaseLease: (holder: string) => Promise<void>;
    limits?: Limits;
  }>;

type Operators = Channel<OperatorCalls, OperatorStage>;
type Given = OperatorJobs[keyof OperatorJobs]['given'];

const refused = (field: string, detail: string, problem: string): LicetError =>
  new LicetError('LICET_CAPTURE_REFUSED', `${detail}; nothing was recorded.`, [
    { field, problem, expected: field === '/file' ? 'a file with fewer rows' : 'the one page, saved alone' },
  ]);

const tooLong = (): LicetError =>
  refused('/page', 'Reading what was sent took too long', 'takes too long to be read');

const tooLarge = (given: Given): LicetError =>
  refused(
    'bulk' in given && given.bulk !== null ? '/file' : '/page',
    'Reading what was sent took more memory than it may',
    'takes too much memory to be read',
  );

/**
 * Has operators' work done in one thread, one job after another: the thread that answers never waits for a saved page, a transaction
 * or a publication. The thread is started by the first job. A job that takes too long or too much memory ends the thread, and with
 * it that job alone: the jobs behind it are done by a new thread.
 */
export const openOperatorWorker = (needs: OperatorWorkerNeeds): OperatorWorkerClient => {
  const { data, catalogue, releaseLease, limits = LIMITS } = needs;
  let current: Operators | null = null;
  let closed = false;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  const open = (): Operators => {
    const made: Operators = openChannel({
      file: new URL('./worker.ts', import.meta.url),
      data: { data, catalogue } satisfies OperatorWorkerSettings,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      ended: () => forget(made),
    });
    return made;
  };
  const forget = (worker: Operators): void => {
    if (current === worker) current = null;
  };
  const end = (worker: Operators, cause: LicetError): void => {
    forget(worker);
    void worker.end(cause);
  };

  const doJob = async <Name extends keyof OperatorJobs>(name: Name, given: OperatorJobs[Name]['given']) => {
    if (closed) throw new LicetError('LICET_BUSY');
    current ??= open();
    const worker = current;
    const holder = leaseHolder('operator');
    const giveUp = (over: 'time' | 'memory'): void =>
      end(worker, over === 'time' ? tooLong() : tooLarge(given));
    let unwatch = (): void => undefined;
    const watchStage = (stage: OperatorStage): void => {
      unwatch();
      const [ms, mb] = stage === 'looking' ? [limits.lookMs, limits.lookMb] : [limits.writeMs, HEAP_MB];
      unwatch = watchWorker(worker, ms, mb, giveUp);
    };
    try {
      return await worker.call(name, { ...given, holder }, watchStage);
    } catch (cause) {
      // The thread is gone and can release nothing itself.
      if (current !== worker) await releaseLease(holder).catch(() => undefined);
      throw cause instanceof WorkerEnded && cause.why === 'out-of-memory' ? tooLarge(given) : cause;
    } finally {
      unwatch();
    }
  };

  return {
    run: (name, given) => {
      if (waiting >= MOST_WAITING) return Promise.reject(new LicetError('LICET_BUSY'));
      waiting += 1;
      const done = last
        .then(() => doJob(name, given))
        .finally(() => {
          waiting -= 1;
        });
      last = done.catch(() => undefined);
      return done;
    },
    close: async () => {
      closed = true;
      const worker = current;
      current = null;
      await worker?.stop();
    },
  };
};
