import type { Awaitable, Connection } from '../sql/connection.ts';
import { reading } from '../sql/connection.ts';
import { type Lock, session } from './session.ts';
import { type DatabaseOptions, usePool } from './shared-pool.ts';
import { takeTurn } from './turns.ts';

const DEFAULTS: DatabaseOptions = { name: 'licet', connectMs: 10_000, questionMs: 30_000, moves: false };

/** Longest time a writer waits for another process's transaction, in milliseconds. */
const LOCK_MS = 10_000;

/** A PostgreSQL database: connections are made when they are needed, lie ready for a while, and are shared by whoever opens it in this thread. */
export type Database = Readonly<{
  /** Resolves when the tables are there, in the form this version writes. After a failure the next call looks again. */
  ready(): Promise<void>;
  /** Each statement for itself, on any connection. A question that gets no answer is given up. */
  pool: Connection;
  /**
   * A connection of its own for one task at a time: what follows `BEGIN` is one transaction, until it ends. What the service records at a
   * time is little, and given up like a question; a night takes as long as it takes.
   */
  session(lock: Lock, lockMs?: number): Connection;
  /** Runs `work` in a transaction of its own that reads one moment. */
  look<T>(work: (db: Connection) => Awaitable<T>): Promise<T>;
  /** Takes a lock that is freed with its connection; null while another one has it. Gives the function that frees it. */
  turn(name: string): Promise<(() => Promise<void>) | null>;
  close(): Promise<void>;
}>;

/**
 * Opens a database by its address; the first question waits until its tables are there. Throws nothing: `ready` does. `options`: another
 * name and other times than the usual ones.
 */
export const openDatabase = (url: string, options: Partial<DatabaseOptions> = {}): Database => {
  const given = { ...DEFAULTS, ...options };
  const { questionMs, moves } = given;
  const { pool, close } = usePool(url, given);
  // Whoever asks is told; until then nobody need listen.
  pool().catch(() => undefined);
  return {
    ready: async () => void (await pool()),
    pool: session(pool, { lock: 'registry', lockMs: LOCK_MS, questionMs, moves }),
    session: (lock, lockMs = LOCK_MS) =>
      session(pool, { lock, lockMs, questionMs: lock === 'service' ? questionMs : 0, moves }),
    look: (work) => {
      const db = session(pool, { lock: 'registry', lockMs: LOCK_MS, questionMs: 0, moves });
      return reading(db, () => work(db));
    },
    turn: async (name) => takeTurn(await pool(), name),
    close,
  };
};
