import type { Pool, PoolClient } from 'pg';
import type { Awaitable, Connection } from '../sql/connection.ts';
import { reading } from '../sql/connection.ts';
import { connectionOver } from './connection.ts';
import { reached } from './faults.ts';
import { migratePool } from './migrate.ts';

/** Types whose values pg would give as text, by their numbers in the catalogue: bool, int8, numeric. Truth is 1 or 0, as in SQLite. */
const NUMBERS: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => (text === 't' ? 1 : 0),
  20: Number,
  1700: Number,
};

/**
 * Every statement asked often goes through an index. Plans are kept for as long as a connection lives, and one made while a table was
 * empty would read the whole table for each row of a first night: no table is read whole where an index will do.
 */
const PLANS = '-c search_path=licet -c enable_seqscan=off -c plan_cache_mode=force_generic_plan -c jit=off';

/** A machine that vanishes without a word holds a lock for a minute and not for the hours that systems wait by default. */
const VANISHED = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';

/** Longest time a writer waits for another process's transaction, in milliseconds. */
const LONGEST_WAIT_MS = 10_000;

/** Writers of the registry wait for each other, and writers of what the service records; neither for the other. */
type Lock = 'registry' | 'service';
const LOCKS: Readonly<Record<Lock, number>> = { registry: 7_104_001, service: 7_104_002 };

/** A PostgreSQL database: connections are made when they are needed, and lie ready for a while. */
export type Database = Readonly<{
  /** Resolves when the tables are there, in the form this version writes. */
  ready: Promise<void>;
  /** Each statement for itself, on any connection. */
  pool: Connection;
  /** A connection of its own for one task at a time: what follows `BEGIN` is one transaction, until it ends. */
  session(lock: Lock, longestWaitMs?: number): Connection;
  /** Runs `work` in a transaction of its own that reads one moment. */
  look<T>(work: (db: Connection) => Awaitable<T>): Promise<T>;
  close(): Promise<void>;
}>;

const openPool = async (url: string): Promise<Pool> => {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    // Connections that lie ready keep no process from ending.
    allowExitOnIdle: true,
    options: `${PLANS} ${VANISHED}`,
    types: { getTypeParser: (oid, format) => NUMBERS[oid] ?? pg.types.getTypeParser(oid, format) },
  });
  // A connection that lies ready and breaks is replaced by the next question; without a listener the process would end.
  pool.on('error', () => undefined);
  await reached(migratePool(pool)).catch(async (cause: unknown) => {
    await pool.end();
    throw cause;
  });
  return pool;
};

/** SQL that begins a transaction: one that writes has the lock from then on; one that reads sees one moment. */
const begins = (sql: string, lock: Lock, waitMs: number): string | null => {
  if (sql === 'BEGIN') return 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
  if (sql !== 'BEGIN IMMEDIATE') return null;
  return `BEGIN; SET LOCAL lock_timeout = ${waitMs}; SELECT pg_advisory_xact_lock(${LOCKS[lock]})`;
};

const session = (ready: Promise<Pool>, lock: Lock, waitMs: number): Connection => {
  let client: PoolClient | null = null;
  const end = async (sql: string): Promise<void> => {
    const held = client;
    client = null;
    try {
      if (held !== null) await reached(held.query(sql));
      held?.release();
    } catch (cause) {
      // The connection is not what it was: it is thrown away, and with it a transaction that did not end.
      held?.release(true);
      if (sql !== 'ROLLBACK') throw cause;
    }
  };
  return connectionOver(async (query) => reached((client ?? (await ready)).query(query)), {
    isInTransaction: () => client !== null,
    exec: async (sql) => {
      if (sql === 'COMMIT' || sql === 'ROLLBACK') return end(sql);
      const begin = begins(sql, lock, waitMs);
      if (begin !== null) client ??= await reached((await ready).connect());
      try {
        await reached((client ?? (await ready)).query(begin ?? sql));
      } catch (cause) {
        if (begin !== null) await end('ROLLBACK');
        throw cause;
      }
    },
  });
};

/** Opens a database by its address; the first question waits until its tables are there. Throws nothing: `ready` does. */
export const openDatabase = (url: string): Database => {
  const ready = openPool(url);
  const isReady = ready.then(() => undefined);
  // Whoever asks is told; until then nobody need listen.
  isReady.catch(() => undefined);
  const open = (lock: Lock, waitMs: number = LONGEST_WAIT_MS): Connection => session(ready, lock, waitMs);
  return {
    ready: isReady,
    pool: open('registry'),
    session: open,
    look: (work) => {
      const db = open('registry');
      return reading(db, () => work(db));
    },
    close: async () => {
      await ready.then(
        (pool) => pool.end(),
        () => undefined,
      );
    },
  };
};
