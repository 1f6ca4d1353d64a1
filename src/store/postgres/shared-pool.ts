import type { Pool } from 'pg';
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

/** Connections of one thread to one database at most: whatever opens it there shares them. */
const CONNECTIONS = 8;

/**
 * What this process is called in the database, and the longest times that are waited, in milliseconds: for a connection, and for what one
 * question says. `moves`: whether it moves a folder there, and so may see what is there by halves.
 */
export type DatabaseOptions = Readonly<{
  name: string;
  connectMs: number;
  questionMs: number;
  moves: boolean;
}>;

const openPool = async (url: string, { name, connectMs }: DatabaseOptions): Promise<Pool> => {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: name,
    // Connections that lie ready keep no process from ending.
    allowExitOnIdle: true,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    options: `${PLANS} ${UNLIMITED} ${VANISHED}`,
    types: { getTypeParser: (oid, format) => NUMBERS[oid] ?? pg.types.getTypeParser(oid, format) },
  });
  // A connection that breaks, be it in use or not, is replaced by the next question; without listeners the process would end.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

/** The connections of a thread to a database; `users`: how many have it open. */
type Shared = { pool: Promise<Pool>; users: number };
const pools = new Map<string, Shared>();

/**
 * The connections of this thread to a database, which all share who open it under one name: PostgreSQL lets in a hundred by default, and a
 * process that opens its database for each of its stores would take as many as that alone. `pool` gives them once this use has found the
 * tables to be there, and after a failure looks again; `close` gives up this use, and with the last one they end.
 */
export const usePool = (
  url: string,
  options: DatabaseOptions,
): Readonly<{ pool: () => Promise<Pool>; close: () => Promise<void> }> => {
  const key = JSON.stringify([url, options.name, options.connectMs]);
  const shared = pools.get(key) ?? { pool: openPool(url, options), users: 0 };
  pools.set(key, shared);
  shared.users += 1;
  const look = async (): Promise<Pool> => {
    const pool = await shared.pool;
    await reached(migratePool(pool, options));
    return pool;
  };
  let looked: Promise<Pool> | null = null;
  let isOpen = true;
  return {
    pool: () => {
      looked ??= look().catch((cause: unknown) => {
        looked = null;
        throw cause;
      });
      return looked;
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await looked?.catch(() => undefined);
      shared.users -= 1;
      if (shared.users > 0) return;
      pools.delete(key);
      await (await shared.pool).end();
    },
  };
};
