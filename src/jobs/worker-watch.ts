import type { Channel } from './worker-channel.ts';
import type { Calls } from './worker-messages.ts';

/** Between two looks at the memory of a job. */
const WATCH_MS = 100;

/** Calls `end` when a worker's job takes longer than `ms` or more memory than `mb`. Gives the function that stops watching. */
export const watchWorker = <Of extends Calls, Event>(
  worker: Channel<Of, Event>,
  ms: number,
  mb: number,
  end: (cause: 'time' | 'memory') => void,
): (() => void) => {
  let watching = true;
  const late = setTimeout(() => end('time'), ms);
  const memory = setInterval(async () => {
    const used = await worker.usedBytes();
    if (watching && used > mb * 1_048_576) end('memory');
  }, WATCH_MS);
  return (): void => {
    watching = false;
    clearTimeout(late);
    clearInterval(memory);
  };
};
