import { LicetError } from '../../errors.ts';
import type { BatchDesk, BatchOrder } from '../../http/batches/desk.ts';
import type { AddedBatch } from '../../store/service/batches.ts';
import { type AnsweringNeeds, answerBatches } from './answer-batch.ts';
import { openTaking } from './open-taking.ts';

/** Lists that may wait to be read; more are turned away. */
const MOST_WAITING = 4;
/** Before lists are gone on with after a fault. */
const AGAIN_MS = 1_000;

type AnsweringDesk = Omit<AnsweringNeeds, 'closes'> &
  Readonly<{
    /** Told of a fault that ended the work on a list; it is gone on with. */
    fault: (cause: unknown) => void;
  }>;

/** Answers lists that wait: `wake` has it look for them, until it is closed. */
export type Answering = Readonly<{ wake: () => void; close: () => Promise<void> }>;

/**
 * Answers lists one after another, row by row in this thread, whenever nothing else waits in it. A thread of their own would keep the whole
 * program, its tables of words and the index of names in memory a second time (100 MB), to answer what this one answers as quickly.
 */
export const openAnswering = ({ fault, ...needs }: AnsweringDesk): Answering => {
  let [again, closed] = [false, false];
  let work: Promise<void> | null = null;
  let later: NodeJS.Timeout | undefined;
  const answering = async (): Promise<void> => {
    while (again && !closed) {
      again = false;
      await answerBatches({ ...needs, closes: () => closed });
    }
  };
  const wake = (): void => {
    again = true;
    if (closed || work !== null) return;
    clearTimeout(later);
    work = answering()
      .catch((cause: unknown) => {
        if (closed) return;
        fault(cause);
        later = setTimeout(wake, AGAIN_MS).unref();
      })
      .finally(() => {
        work = null;
      });
  };
  return {
    wake,
    close: async (): Promise<void> => {
      closed = true;
      clearTimeout(later);
      await work;
    },
  };
};

/**
 * Has lists read by a thread, one after another; `answering` answers them between the questions of others, null where another process
 * does.
 */
export const openBatchDesk = (
  { state }: Pick<AnsweringNeeds, 'state'>,
  answering: Answering | null,
): BatchDesk => {
  const taking = openTaking();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  const take = async (bytes: Uint8Array, order: BatchOrder): Promise<AddedBatch> => {
    const { file, lang, own, defaults } = order;
    const { about, parts } = await taking.take({ bytes, list: { file, lang, own, defaults } });
    const { id, partner, at, expiresAt, idempotencyKey, bodyHash, held, mostOpen } = order;
    const kept = { id, partner, createdAt: at, expiresAt, idempotencyKey, bodyHash, held, about, parts };
    return state().batches.add(kept, mostOpen);
  };
  return {
    take: (bytes, order) => {
      if (waiting >= MOST_WAITING) return Promise.reject(new LicetError('LICET_BUSY'));
      waiting += 1;
      const taken = last
        .then(() => take(bytes, order))
        .finally(() => {
          waiting -= 1;
        });
      last = taken.catch(() => undefined);
      return taken;
    },
    wake: () => answering?.wake(),
    close: () => taking.close(),
  };
};
