import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/**
 * Preloaded into the service by the bench alone: how long the thread that answers was held up since it was last asked, by the clock
 * (which counts what other programs take as well) and in its own CPU time between two ticks.
 */
export type Delay = Readonly<{ delay: Readonly<{ p99: number; max: number; work: number }> }>;

const TICK_MS = 5;

/** The most CPU time between two ticks of a timer, in milliseconds: no single turn took longer. */
const watchWork = () => {
  let [last, most] = [process.threadCpuUsage(), 0];
  setInterval(() => {
    const { user, system } = process.threadCpuUsage(last);
    most = Math.max(most, (user + system) / 1000);
    last = process.threadCpuUsage();
  }, TICK_MS).unref();
  return (): number => {
    const found = most;
    most = 0;
    return found;
  };
};

if (isMainThread) {
  const held = monitorEventLoopDelay({ resolution: 1 });
  held.enable();
  const work = watchWork();
  process.on('message', (asked) => {
    if (asked !== 'delay') return;
    const answer: Delay = {
      delay: { p99: held.percentile(99) / 1e6, max: held.max / 1e6, work: work() },
    };
    held.reset();
    process.send?.(answer);
  });
}
