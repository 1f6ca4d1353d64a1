import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../clock.ts';
import { holdsIndex } from '../../identify/kept-index/index-file.ts';
import { indexStamp, nameFinderFor } from '../../identify/kept-index/name-finders.ts';
import type { ReadNames } from '../../names/index/read-name.ts';
import type { SharedFiles } from '../../store/engine.ts';
import type { Leases, Processes } from '../../store/leases.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { LeaseTaken, leaseHolder, withLease } from '../lease-guard.ts';

/** How long the lease of a process that is killed while it builds keeps the others waiting, in milliseconds. */
const BUILDING_MS = 60_000;
/** Between two looks whether another process is done. */
const LOOK_MS = 250;
/** So long a process that only answers leaves it to those that work; then it builds the index itself. */
const PATIENCE_MS = 20_000;

/** A file that all servers of a database want and one of them makes. */
type Wanted = Readonly<{
  /** Under what it is kept in the database, and which lease whoever makes it holds. */
  kind: 'names' | 'answers';
  /** What it must be made of. */
  stamp: string;
  /** Where it is to lie on this machine. */
  file: string;
  /** Whether a file begins as the one that is wanted. */
  holds: (file: string, stamp: string) => Promise<boolean>;
}>;

type Needs = Readonly<{
  store: Leases & Processes;
  shared: SharedFiles;
  /** Whether another process is to make it, as long as one works. */
  patient: boolean;
  /** Another time than the usual one, for tests. */
  buildingMs?: number;
}>;

/** Takes a file from the database, unless it lies here; false where nobody has kept it yet. */
const take = async ({ kind, stamp, file, holds }: Wanted, shared: SharedFiles): Promise<boolean> =>
  (await holds(file, stamp)) || ((await shared.take(kind, stamp, file)) && holds(file, stamp));

/** Of all processes of a database that want a file, one makes it; the others take it up when it is kept. */
export const shareFile = async (
  wanted: Wanted,
  make: () => Promise<unknown>,
  { store, shared, patient, buildingMs = BUILDING_MS }: Needs,
): Promise<void> => {
  const { kind: name, stamp, file } = wanted;
  const holder = leaseHolder(name);
  const build = async (): Promise<void> => {
    // Another process may have been quicker until the lease was taken.
    if (await take(wanted, shared)) return;
    await make();
    await shared.put(name, stamp, file);
  };
  for (let waited = 0; !(await take(wanted, shared)); waited += LOOK_MS) {
    if (!patient || waited >= PATIENCE_MS || (await store.processes())?.working === 0)
      try {
        return await withLease({ store, clock: systemClock, holder, name, forMs: buildingMs }, build);
      } catch (cause) {
        if (!(cause instanceof LeaseTaken)) throw cause;
      }
    await sleep(LOOK_MS);
  }
};

type Index = Readonly<{
  reader: Reader;
  file: string;
  /** What gives what is kept of a name, where some were read before. */
  read?: ReadNames | undefined;
}>;

const indexOf = ({ reader, file }: Index): Wanted => ({
  kind: 'names',
  stamp: indexStamp(reader),
  file,
  holds: holdsIndex,
});

/** Takes the index of a reader's generation from the database, unless the file holds it; false where nobody has kept it yet. */
export const takeIndex = (needs: Index & Pick<Needs, 'shared'>): Promise<boolean> =>
  take(indexOf(needs), needs.shared);

/** Has the names index of a reader's generation in its file, built here or by another process. */
export const shareIndex = (needs: Index & Needs): Promise<void> =>
  shareFile(indexOf(needs), () => nameFinderFor(needs.reader, needs.file, undefined, needs.read), needs);
