import type { Pool } from 'pg';
import { reached } from './faults.ts';

/** Locks of turns lie apart from those of writers: the first of their two numbers. */
const TURNS = 7_104;

/**
 * Takes an advisory lock by its name on a connection of its own, which PostgreSQL frees when the connection ends, however it ends. Null
 * while another connection holds it; gives the function that frees it.
 */
export const takeTurn = async (pool: Pool, name: string): Promise<(() => Promise<void>) | null> => {
  const client = await reached(pool.connect());
  try {
    const { rows } = await reached(
      client.query('SELECT pg_try_advisory_lock($1, hashtext($2)) AS taken', [TURNS, name]),
    );
    if (rows[0]?.taken === 1) {
      return async () => {
        // A connection that cannot say so any more has lost the lock with it.
        const freed = await client
          .query('SELECT pg_advisory_unlock($1, hashtext($2))', [TURNS, name])
          .catch(() => null);
        client.release(freed === null);
      };
    }
  } catch (cause) {
    client.release(true);
    throw cause;
  }
  client.release();
  return null;
};
