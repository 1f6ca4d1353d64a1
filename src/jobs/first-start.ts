import { setTimeout as wait } from 'node:timers/promises';
import type { Generations } from '../store/generations.ts';
import type { Leases } from '../store/leases.ts';
import { faultText, passes, storageFault } from '../store/storage-fault.ts';
import { LeaseTaken, leaseHolder, withLease } from './lease-guard.ts';

/** How long a first start that was killed keeps the next one waiting, in milliseconds. */
const FIRST_START_MS = 30_000;
/** Between two looks whether another process is done. */
const LOOK_MS = 1000;

/** Another process is at it, as its lease says, or as its long transaction does; or the database is away: null for what does not pass. */
const whyLater = (cause: unknown): string | null => {
  if (cause instanceof LeaseTaken) return cause.message;
  if (storageFault(cause)?.kind === 'busy') return 'another process is writing to this registry';
  return passes(cause) ? faultText(cause) : null;
};

type Needs = Readonly<{ store: Leases & Pick<Generations, 'reader' | 'refresh'>; clock: () => Date }>;

/**
 * Of several processes that start on an empty registry one reads the bundled sources; the others wait for what it publishes, and read
 * themselves if it ends without. `read` does the reading; `waiting` is told once of the process that is waited for. Gives what `read`
 * gave, null when another process published.
 */
export const readOnce = async <T>(
  { store, clock }: Needs,
  read: () => Promise<T>,
  waiting: (why: string) => void,
): Promise<T | null> => {
  const holder = leaseHolder('first-start');
  const isEmpty = async (): Promise<boolean> => {
    await store.refresh();
    return store.reader().generation === 0;
  };
  for (let told = false; ; told = true) {
    try {
      if (!(await isEmpty())) return null;
      return await withLease({ store, clock, holder, forMs: FIRST_START_MS }, async () =>
        (await isEmpty()) ? read() : null,
      );
    } catch (cause) {
      const why = whyLater(cause);
      if (why === null) throw cause;
      if (!told) waiting(why);
      await wait(LOOK_MS);
    }
  }
};

/**
 * A process that only answers reads no list: it waits for what a worker publishes, also while the database is away or a folder is moved
 * there; `say` is told of that once.
 */
export const waitForFirst = async (
  store: Pick<Generations, 'refresh'>,
  say: (text: string) => void,
  lookMs = LOOK_MS,
): Promise<void> => {
  for (let told = false; ; await wait(lookMs)) {
    try {
      if (await store.refresh()) return;
    } catch (cause) {
      if (!passes(cause)) throw cause;
      if (!told) say(`Waiting all the same: ${faultText(cause)}.`);
      told = true;
    }
  }
};
