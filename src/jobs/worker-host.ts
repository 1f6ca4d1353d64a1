import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { keptWhere } from '../store/folder/kept-where.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** What a worker runs in, as its channel sees it. */
type Host = Readonly<{
  post(sent: ToWorker): void;
  onMessage(hear: (sent: FromWorker) => void): void;
  /** Told of what it broke down with, before it is gone. */
  onFault(hear: (fault: unknown) => void): void;
  onGone(hear: () => void): void;
  /** Bytes it uses; 0 where that is not known. */
  usedBytes(): Promise<number>;
  /** Ends it at once. */
  kill(): unknown;
}>;

export const threadHost = (file: URL, data: unknown, resourceLimits?: ResourceLimits): Host => {
  const worker = new Worker(file, { workerData: data, ...(resourceLimits && { resourceLimits }) });
  return {
    post: (sent) => worker.postMessage(sent),
    onMessage: (hear) => void worker.on('message', hear),
    onFault: (hear) => void worker.on('error', hear),
    onGone: (hear) => void worker.on('exit', hear),
    usedBytes: () =>
      worker.getHeapStatistics().then(
        ({ used_heap_size: heap, external_memory: buffers }) => heap + buffers,
        () => 0,
      ),
    kill: () => worker.terminate(),
  };
};

/** A debugger listens at one port, which the process that opens another one has. */
const isForOne = (flag: string): boolean => flag.startsWith('--inspect');

/** The same file in a process of its own, which gives back all of its memory when it ends, and ends when the process that opened it is gone. */
export const processHost = (file: URL): Host => {
  const child = fork(fileURLToPath(file), {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: process.execArgv.filter((flag) => !isForOne(flag)),
  });
  let killed = false;
  // What can no more be sent is rejected when the process is seen to be gone.
  const post = (sent: ToWorker): void => void child.send(sent, () => undefined);
  post({ message: 'kept', where: keptWhere() });
  return {
    post,
    onMessage: (hear) => void child.on('message', (sent) => hear(sent as FromWorker)),
    onFault: (hear) => {
      child.on('error', hear);
      child.on('exit', (code, signal) => {
        if (code !== 0 && !killed) hear(new Error(`its process ended with ${signal ?? code}`));
      });
    },
    onGone: (hear) => {
      child.on('exit', hear);
      child.on('error', () => child.pid === undefined && hear());
    },
    usedBytes: async () => 0,
    kill: () => {
      killed = true;
      child.kill('SIGKILL');
    },
  };
};
