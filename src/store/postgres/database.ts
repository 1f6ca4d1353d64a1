import type { Pool } from 'pg';
import type { Awaitable, Connection } from '../sql/connection.ts';
import { reading } from '../sql/connection.ts';
import { reached } from './faults.ts';
import { migratePool } from './migrate.ts';
import { type Lock, session } from './session.ts';
import { takeTurn } from './turns.ts';

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

/** Limits on time that a role or a database may bring along: a night takes as long as it takes, and questions are given up on this side. */
const UNLIMITED = [
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'idle_session_timeout',
]
  .map((name) => `-c ${name}=0`)
  .join(' ');

/** A machine that vanishes without a word holds a lock for a minute and not for the hours that systems wait by default. */
const VANISHED = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';

/** A machine that vanishes without a word is noticed on this side too: this long after it last said something it is asked for a sign. */
const KEEP_ALIVE_MS = 30_000;

/**
 * What this process is called in the database, and the longest times that are waited, in milliseconds: for a connection, and for what one
 * question says. `moves`: whether it moves a folder there, and so may see what is there by halves.
 */
type DatabaseOptions = Readonly<{ name: string; connectMs: number; questionMs: number; moves: boolean }>;
const DEFAULTS: DatabaseOptions = { name: 'licet', connectMs: 10_000, questionMs: 30_000, moves: false };

/** Longest time a writer waits for another process's transaction, in milliseconds. */
const LOCK_MS = 10_000;

/** A PostgreSQL database: connections are made when they are needed, and lie ready for a while. */
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

const openPool = async (url: string, options: DatabaseOptions): Promise<Pool> => {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    application_name: options.name,
    // Connections that lie ready keep no process from ending.
    allowExitOnIdle: true,
    connectionTimeoutMillis: options.connectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    options: `${PLANS} ${UNLIMITED} ${VANISHED}`,
    types: { getTypeParser: (oid, format) => NUMBERS[oid] ?? pg.types.getTypeParser(oid, format) },
  });
  // A connection that breaks, be it in use or not, is replaced by the next question; without listeners the process would end.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  await reached(migratePool(pool, options)).catch(async (cause: unknown) => {
    await pool.end();
    throw cause;
  });
  return pool;
};

/**
 * Opens a database by its address; the first question waits until its tables are there. Throws nothing: `ready` does. `options`: another
 * name and other times than the usual ones.
 */
export const openDatabase = (url: string, options: Partial<DatabaseOptions> = {}): Database => {
  const given = { ...DEFAULTS, ...options };
  const { questionMs, moves } = given;
  let opened: Promise<Pool> | null = null;
  const pool = (): Promise<Pool> => {
    opened ??= openPool(url, given).catch((cause: unknown) => {
      opened = null;
      throw cause;
    });
    return opened;
  };
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
    close: async () => {
      await opened?.then(
        (one) => one.end(),
        () => undefined,
      );
    },
  };
};
