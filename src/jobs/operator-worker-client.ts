import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { Worker } from 'node:worker_threads';
import { LicetError } from '../errors.ts';
import type { Answers, Bench, Job, Said } from '../http/operator/jobs.ts';
import type { BenchSettings } from './operator-worker.ts';

/** Longest look at what was brought, and longest writing, in milliseconds. */
export const LIMITS = { lookMs: 60_000, writeMs: 600_000 } as const;
/** Jobs that may wait; more are turned away. */
const MOST_WAITING = 16;
const GRACE_MS = 5_000;

type Waiting = Readonly<{
  resolve: (answer: Answers[Job['job']]) => void;
  reject: (cause: Error) => void;
  holder: string;
}> & { late: NodeJS.Timeout | undefined };

export type BenchNeeds = BenchSettings &
  Readonly<{
    /** Lets go of a turn whose thread was ended. */
    dropTurn: (holder: string) => Promise<void>;
    limits?: Readonly<{ lookMs: number; writeMs: number }>;
  }>;

const tooLong = (): LicetError =>
  new LicetError('LICET_CAPTURE_REFUSED', 'Reading what was sent took too long; nothing was recorded.', [
    { field: '/page', problem: 'takes too long to be read', expected: 'the one page, saved alone' },
  ]);

/**
 * The thread in which operators' work is done, one job after another: the thread that answers never waits for a saved page, a
 * transaction or a publication. It is started by the first job and anew after a breakdown; a job that takes too long ends it.
 */
export const openBench = (needs: BenchNeeds): Bench => {
  const { data, catalogue, dropTurn, limits = LIMITS } = needs;
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let count = 0;

  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    clearTimeout(one?.late);
    waiting.delete(id);
    return one;
  };
  const end = (cause: Error): void => {
    void worker?.terminate();
    worker = null;
    for (const [id, one] of waiting) {
      settle(id)?.reject(cause);
      void dropTurn(one.holder).catch(() => undefined);
    }
  };
  const limit = (one: Waiting, ms: number): void => {
    clearTimeout(one.late);
    one.late = setTimeout(() => end(tooLong()), ms);
    one.late.unref();
  };
  const hear = (said: Said): void => {
    const one = waiting.get(said.id);
    if (one === undefined) return;
    if (said.said === 'begun' || said.said === 'writing') {
      limit(one, said.said === 'begun' ? limits.lookMs : limits.writeMs);
      return;
    }
    settle(said.id);
    if (said.said === 'done') one.resolve(said.answer);
    else if (said.said === 'refused') one.reject(new LicetError(said.code, said.detail, said.fields));
    else if (said.said === 'fault') one.reject(new Error(said.fault));
  };
  const start = (): Worker => {
    const made = new Worker(new URL('./operator-worker.ts', import.meta.url), {
      workerData: { data, catalogue },
    });
    made.on('message', hear);
    made.on('error', (fault) => end(fault instanceof Error ? fault : new Error(String(fault))));
    made.on('exit', () => {
      if (worker === made) end(new Error('the thread of the operators ended'));
    });
    return made;
  };
  return {
    run: <Name extends Job['job']>(job: Extract<Job, { job: Name }>) =>
      new Promise<Answers[Name]>((resolve, reject) => {
        if (waiting.size >= MOST_WAITING) return reject(new LicetError('LICET_BUSY'));
        worker ??= start();
        count += 1;
        const holder = `${hostname()}:${process.pid}:operator:${randomUUID().slice(0, 8)}`;
        const one = { resolve: resolve as Waiting['resolve'], reject, holder, late: undefined };
        waiting.set(count, one);
        worker.postMessage({ id: count, job, holder });
      }),
    close: async () => {
      const ending = worker;
      worker = null;
      if (ending === null) return;
      const ended = once(ending, 'exit');
      ending.postMessage('stop');
      const late = setTimeout(() => void ending.terminate(), GRACE_MS);
      await ended;
      clearTimeout(late);
    },
  };
};
