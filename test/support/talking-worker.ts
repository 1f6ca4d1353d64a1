import { workerData } from 'node:worker_threads';
import { LicetError } from '../../src/errors.ts';
import { serveWorker } from '../../src/jobs/serve-worker.ts';
import { type KeptWhere, keptWhere } from '../../src/store/folder/kept-where.ts';

/** The calls of a worker made for tests: each does one thing that a channel must carry, or survive. */
export type TalkingCalls = Readonly<{
  double: Readonly<{ given: number; answer: number }>;
  count: Readonly<{ given: number; answer: string }>;
  refuse: Readonly<{ given: string; answer: null }>;
  fail: Readonly<{ given: string; answer: null }>;
  sleep: Readonly<{ given: number; answer: string }>;
  crash: Readonly<{ given: null; answer: null }>;
  exit: Readonly<{ given: null; answer: null }>;
  hoard: Readonly<{ given: null; answer: null }>;
  pid: Readonly<{ given: null; answer: number }>;
  kept: Readonly<{ given: null; answer: KeptWhere }>;
}>;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const tell = serveWorker<TalkingCalls, string>(
  {
    double: (given) => given * 2,
    count: (given, hear) => {
      for (let at = 1; at <= given; at += 1) hear(`${at} of ${given}`);
      return 'counted';
    },
    refuse: (given) => {
      throw new LicetError('LICET_BUSY', given, [{ field: '/made-up', problem: 'is made up' }]);
    },
    fail: (given) => {
      throw Object.assign(new TypeError(given), { code: 'SQLITE_FULL' });
    },
    sleep: async (given) => {
      await wait(given);
      return 'slept';
    },
    crash: async () => {
      setTimeout(() => {
        throw new Error('nobody catches this');
      });
      await wait(60_000);
      return null;
    },
    exit: () => process.exit(3),
    pid: () => process.pid,
    kept: () => keptWhere(),
    hoard: () => {
      const kept: number[][] = [];
      for (;;) kept.push(Array.from({ length: 10_000 }, (_, at) => at / 3));
    },
  },
  async () => {
    await wait(Number(workerData));
    tell('closed');
  },
);
