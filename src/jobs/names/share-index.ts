import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../clock.ts';
import { holdsIndex } from '../../identify/kept-index/index-file.ts';
import { indexStamp, nameFinderFor } from '../../identify/kept-index/name-finders.ts';
import type { ReadNames } from '../../names/index/read-name.ts';
import type { SharedFiles } from '../../store/engine.ts';
import type { Leases, Processes } from '../../store/leases.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { LeaseTaken, leaseHolder, withLease } from '../lease-guard.ts';

/** Under what the index is kept in a database. */
const KIND = 'names';
/** How long the lease of a process that is killed while it builds keeps the others waiting, in milliseconds. */
const BUILDING_MS = 60_000;
/** Between two looks whether another process is done. */
const LOOK_MS = 250;
/** So long a process that only answers leaves it to those that work; then it builds the index itself. */
const PATIENCE_MS = 20_000;

type Needs = Readonly<{
  store: Leases & Processes;
  reader: Reader;
  /** Where the index is to lie on this machine. */
  file: string;
  shared: SharedFiles;
  /** Whether another process is to build it, as long as one works. */
  patient: boolean;
  /** What gives what is kept of a name, where some were read before. */
  read?: ReadNames | undefined;
  /** Another time than the usual one, for tests. */
  buildingMs?: number;
}>;

/** Takes the index of a reader's generation from the database, unless the file holds it; false where nobody has kept it yet. */
export const takeIndex = async ({
  reader,
  file,
  shared,
}: Pick<Needs, 'reader' | 'file' | 'shared'>): Promise<boolean> => {
  const stamp = indexStamp(reader);
  if (await holdsIndex(file, stamp)) return true;
  return (await shared.take(KIND, stamp, file)) && holdsIndex(file, stamp);
};

/** Of all processes of a database that want it, one builds the index of a generation; the others take it up when it is kept. */
export const shareIndex = async (needs: Needs): Promise<void> => {
  const { store, reader, file, shared, patient, read, buildingMs = BUILDING_MS } = needs;
  const holder = leaseHolder('names');
  const build = async (): Promise<void> => {
    // Another process may have been quicker until the lease was taken.
    if (await takeIndex(needs)) return;
    await nameFinderFor(reader, file, undefined, read);
    await shared.put(KIND, indexStamp(reader), file);
  };
  for (let waited = 0; !(await takeIndex(needs)); waited += LOOK_MS) {
    if (!patient || waited >= PATIENCE_MS || (await store.processes())?.working === 0)
      try {
        return await withLease(
          { store, clock: systemClock, holder, name: 'names', forMs: buildingMs },
          build,
        );
      } catch (cause) {
        if (!(cause instanceof LeaseTaken)) throw cause;
      }
    await sleep(LOOK_MS);
  }
};
