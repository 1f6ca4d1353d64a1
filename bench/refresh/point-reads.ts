import { setImmediate as turn } from 'node:timers/promises';
import type { Store } from '../../src/store/store.ts';
import { madeUp } from '../http/made-up.ts';

/** What readers felt, in milliseconds: of single reads, and of the longest time the thread did not turn. */
export type Felt = Readonly<{ reads: number; p50: number; p99: number; longest: number }>;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Reads an institution by its number again and again on the held reader until `done` says so, a turn of the loop after each. */
export const readUntil = async (store: Store, size: number, done: () => boolean): Promise<Felt> => {
  const times: number[] = [];
  for (let index = 0; !done(); index = (index + 7919) % size) {
    const { uscc } = madeUp(index);
    const reader = store.reader();
    const begun = performance.now();
    const [hit] = await reader.findIdentifier(uscc);
    if (hit === undefined) throw new Error(`${uscc} is not found`);
    await reader.dossier(hit.institution);
    times.push(performance.now() - begun);
    await turn();
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { reads: times.length, p50: at(sorted, 0.5), p99: at(sorted, 0.99), longest: sorted.at(-1) ?? 0 };
};
