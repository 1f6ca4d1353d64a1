import { Worker } from 'node:worker_threads';

type Running = Readonly<{ worker: Worker; exited: Promise<void> }>;

/** No process stays for it, unless it is waited for. */
const runAside = (file: string): Running => {
  const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), { workerData: file });
  worker.unref();
  worker.once('error', () => undefined);
  return { worker, exited: new Promise((resolve) => worker.once('exit', () => resolve())) };
};

type Checkpoints = Readonly<{
  /** Begins one, unless one is under way; resolves when its thread has ended, whatever came of it: a log not worked in is only slower. */
  begin(): Promise<void>;
  /** Resolves when none is under way: until then its thread may make files beside the database. */
  ended(): Promise<void>;
}>;

/**
 * Works the log of changes into the database file, as far as readers let it, in a thread of its own: of a large night that takes
 * longer than a question may wait.
 */
export const checkpointsAside = (file: string): Checkpoints => {
  let running: Running | undefined;
  return {
    begin: () => {
      if (running === undefined) {
        running = runAside(file);
        void running.exited.then(() => {
          running = undefined;
        });
      }
      return running.exited;
    },
    ended: async () => {
      running?.worker.ref();
      await running?.exited;
    },
  };
};
