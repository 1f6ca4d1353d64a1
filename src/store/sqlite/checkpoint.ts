import { Worker } from 'node:worker_threads';

/**
 * Works the log of changes into the database file, as far as readers let it, in a thread of its own: of a large night that takes
 * longer than a question may wait. Resolves when the thread has ended, whatever came of it: a log not worked in is only slower.
 */
export const checkpointAside = (file: string): Promise<void> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), { workerData: file });
    worker.unref();
    worker.once('error', () => undefined);
    worker.once('exit', () => resolve());
  });
