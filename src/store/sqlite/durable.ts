import { setTimeout as pause } from 'node:timers/promises';
import { refuseMoved } from '../folder/moved.ts';
import type { Durable } from '../sql/durable.ts';
import { createMutex } from '../sql/mutex.ts';
import { checkpointsAside } from './checkpoint.ts';
import { type Connection, openReading, shared } from './connect.ts';
import { sqliteFault } from './faults.ts';
import { serviceFile } from './files.ts';
import { openServiceUpToDate } from './partners/take-over.ts';

/** How long a write waits for another process's transaction, and between two tries, in milliseconds. */
const LONGEST_WAIT_MS = 10_000;
const PAUSE_MS = 20;
/** Writes after which the log of changes is worked into the file; each is a few pages of 4 kB. */
const WRITES_A_CHECKPOINT = 500;

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
 * The registry can do without: a night that is lost is read again.
 * What it deletes is overwritten: old private keys are among it.
 * It leaves the log of changes alone when it commits: working it in would keep the thread.
 */
const openFull = (data: string): Connection => {
  const db = openServiceUpToDate(data);
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 0');
  db.pragma('wal_autocheckpoint = 0');
  db.pragma('secure_delete = ON');
  return db;
};

/**
 * Opens what the service records in a data folder. Its file is one of its own, so that no night's transaction keeps it waiting.
 * A write that has to wait for longer than `longestWaitMs` fails as busy; another time than ten seconds is for tests.
 */
export const openDurable = (data: string, longestWaitMs: number = LONGEST_WAIT_MS): Durable => {
  const db = openFull(data);
  const file = serviceFile(data);
  const checkpoints = checkpointsAside(file);
  const reading = openReading(file);
  const version = reading.prepare<[], number>('PRAGMA data_version').pluck();
  const alone = createMutex();
  let writes = 0;
  return {
    reading: shared(reading),
    version: () => version.get() ?? 0,
    write: (work) => {
      const late = AbortSignal.timeout(longestWaitMs);
      return alone(async () => {
        await begin(db, late);
        try {
          // Looked at under the lock that a move holds until it has said so.
          refuseMoved(data);
          const result = await work(shared(db));
          db.exec('COMMIT');
          writes += 1;
          if (writes % WRITES_A_CHECKPOINT === 0) void checkpoints.begin();
          return result;
        } finally {
          if (db.inTransaction) db.exec('ROLLBACK');
        }
      });
    },
    turn: async () => async () => undefined,
    close: () =>
      alone(async () => {
        await checkpoints.ended();
        reading.close();
        db.close();
      }),
  };
};
