import { setTimeout as pause } from 'node:timers/promises';
import { checkpointAside } from './checkpoint.ts';
import { type Connection, openReading } from './connect.ts';
import { sqliteFault } from './faults.ts';
import { createMutex } from './mutex.ts';
import { openWithOldFiles } from './partners/take-over.ts';

/** How long a write waits for another process's transaction, and between two tries, in milliseconds. */
const LONGEST_WAIT_MS = 10_000;
const PAUSE_MS = 20;
/** Writes after which the log of changes is worked into the file; each is a few pages of 4 kB. */
const WRITES_A_CHECKPOINT = 500;

/** Two connections of the serving process: one that reads, one whose writes are on the disk before they are told of. */
export type Durable = Readonly<{
  reading: Connection;
  /** Runs `work` in a transaction of its own and gives what it gives, once that is on the disk. */
  write<T>(work: (db: Connection) => T): Promise<T>;
  /** A number that is another one after every transaction of any process. */
  version(): number;
  close(): Promise<void>;
}>;

/** Begins a transaction that may write. Pauses instead of blocking the thread, which answers questions meanwhile. */
const begin = async (db: Connection, late: AbortSignal): Promise<void> => {
  for (;;) {
    try {
      db.exec('BEGIN IMMEDIATE');
      return;
    } catch (cause) {
      if (sqliteFault(cause)?.kind !== 'busy' || late.aborted) throw cause;
    }
    await pause(PAUSE_MS);
  }
};

/**
 * The connection that writes has `synchronous = FULL`: a lost power supply takes nothing back that a person was told is recorded.
 * It is one of its own, since the registry's writer holds transactions as long as a night takes and can do without (a night
 * that is lost is read again), and SQLite changes that setting only between transactions.
 * What it deletes is overwritten: old private keys are among it.
 * It leaves the log of changes alone when it commits: after a night that log is long, and working it in would keep the thread.
 */
const openFull = (file: string): Connection => {
  const db = openWithOldFiles(file);
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 0');
  db.pragma('wal_autocheckpoint = 0');
  db.pragma('secure_delete = ON');
  return db;
};

export const openDurable = (file: string): Durable => {
  const db = openFull(file);
  const reading = openReading(file);
  const version = reading.prepare<[], number>('PRAGMA data_version').pluck();
  const alone = createMutex();
  let writes = 0;
  return {
    reading,
    version: () => version.get() ?? 0,
    write: (work) => {
      const late = AbortSignal.timeout(LONGEST_WAIT_MS);
      return alone(async () => {
        await begin(db, late);
        try {
          const result = work(db);
          db.exec('COMMIT');
          writes += 1;
          if (writes % WRITES_A_CHECKPOINT === 0) void checkpointAside(file);
          return result;
        } finally {
          if (db.inTransaction) db.exec('ROLLBACK');
        }
      });
    },
    close: () =>
      alone(() => {
        reading.close();
        db.close();
      }),
  };
};
