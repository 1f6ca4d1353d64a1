import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import type { Store } from '../../src/store/store.ts';
import { madeUp } from '../http/made-up.ts';
import { stopwatch } from './stopwatch.ts';

/**
 * What readers felt, in milliseconds: single reads, the longest turn of the loop by this thread's own work, and the longest time
 * the loop did not turn by the clock, which other work on the machine lengthens.
 */
export type Felt = Readonly<{ reads: number; p50: number; p99: number; turn: number; delay: number }>;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Reads one institution by its number on the held reader. */
const readOne = async (store: Store, index: number): Promise<void> => {
  const { uscc } = madeUp(index);
  const reader = store.reader();
  const [hit] = await reader.findIdentifier(uscc);
  if (hit === undefined) throw new Error(`${uscc} is not found`);
  await reader.dossier(hit.institution);
};

/**
 * Reads again and again until `done` says so, a turn of the loop after each; every so often it looks for a newer generation, as the
 * service does.
 */
export const readUntil = async (store: Store, size: number, done: () => boolean): Promise<Felt> => {
  const times: number[] = [];
  let longest = 0;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const look = setInterval(() => void store.refresh(), 500);
  delay.enable();
  for (let index = 0; !done(); index = (index + 7919) % size) {
    const taken = stopwatch();
    const begun = performance.now();
    await readOne(store, index);
    times.push(performance.now() - begun);
    await turn();
    // The system counts a thread's own work in ticks of some milliseconds, and a turn takes no more of it than time.
    const { ms, cpu } = taken();
    longest = Math.max(longest, Math.min(ms, cpu));
  }
  delay.disable();
  clearInterval(look);
  const sorted = times.toSorted((a, b) => a - b);
  const [p50, p99] = [at(sorted, 0.5), at(sorted, 0.99)];
  return { reads: times.length, p50, p99, turn: longest, delay: delay.max / 1e6 };
};
