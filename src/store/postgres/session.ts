import type { Pool, PoolClient } from 'pg';
import type { Connection } from '../sql/connection.ts';
import { connectionOver } from './connection.ts';
import { DatabaseUnreachable, HalfMovedError, reached } from './faults.ts';
import { MOVING, SAID } from './migrate.ts';
import { type Query, within } from './within.ts';

/** Writers of the registry wait for each other, and writers of what the service records; neither for the other, but for a move. */
export type Lock = 'registry' | 'service' | 'both';
const LOCKS: Readonly<Record<Lock, readonly number[]>> = {
  registry: [7_104_001],
  service: [7_104_002],
  both: [7_104_001, 7_104_002],
};

/**
 * SQL that begins a transaction: one that writes has the lock from then on, and sees what was written before it had it; one that reads
 * sees one moment.
 */
const begins = (sql: string, lock: Lock, waitMs: number): string | null => {
  if (sql === 'BEGIN') return 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
  if (sql !== 'BEGIN IMMEDIATE') return null;
  const locks = LOCKS[lock].map((number) => `; SELECT pg_advisory_xact_lock(${number})`).join('');
  return `BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = ${waitMs}${locks}; SELECT ${SAID} AS said`;
};

/** Whether a folder is being moved into the database, as the last of several statements gives it. */
const isMovedInto = (begun: unknown): boolean => {
  const last = [begun].flat().at(-1) as Readonly<{ rows: readonly Readonly<{ said?: unknown }>[] }>;
  return last.rows[0]?.said === MOVING;
};

/**
 * A connection on which what follows `BEGIN` is one transaction, until it ends. `questionMs`: 0 for as long as it takes; `moves`: whether it
 * may write while a folder is moved there.
 */
export const session = (
  pool: () => Promise<Pool>,
  {
    lock,
    lockMs,
    questionMs,
    moves,
  }: Readonly<{
    lock: Lock;
    lockMs: number;
    questionMs: number;
    moves: boolean;
  }>,
): Connection => {
  let client: PoolClient | null = null;
  let isLost = false;
  const ask = async (query: Query, moreMs = 0) => {
    const held = client;
    const limited = within(query, questionMs > 0 ? questionMs + moreMs : 0);
    try {
      return await reached((held ?? (await pool())).query(limited));
    } catch (cause) {
      isLost ||= held !== null && cause instanceof DatabaseUnreachable;
      throw cause;
    }
  };
  const end = async (sql: string): Promise<void> => {
    const held = client;
    try {
      // Behind a question that was given up nothing is answered any more.
      const ended = held === null || (isLost && sql === 'ROLLBACK') ? null : await ask(sql);
      if (sql === 'COMMIT' && ended?.command === 'ROLLBACK')
        throw new Error('something in the transaction had failed, so that all of it was taken back');
      held?.release(isLost);
    } catch (cause) {
      // The connection is not what it was: it is thrown away, and with it a transaction that did not end.
      held?.release(true);
      if (sql !== 'ROLLBACK') throw cause;
    } finally {
      client = null;
      isLost = false;
    }
  };
  return connectionOver(ask, {
    isInTransaction: () => client !== null,
    exec: async (sql) => {
      if (sql === 'COMMIT' || sql === 'ROLLBACK') return end(sql);
      const begin = begins(sql, lock, lockMs);
      if (begin === null) return void (await ask(sql));
      client ??= await reached((await pool()).connect());
      try {
        // A process may have opened the database while it was empty.
        if (isMovedInto(await ask(begin, lockMs)) && !moves) throw new HalfMovedError();
      } catch (cause) {
        await end('ROLLBACK');
        throw cause;
      }
    },
  });
};
