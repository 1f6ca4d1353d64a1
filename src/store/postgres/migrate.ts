import { join } from 'node:path';
import type { Pool } from 'pg';
import { newestShipped } from '../sql/shipped-migrations.ts';
import { NewerDatabaseError, NotInUtf8Error } from './faults.ts';
import { within } from './within.ts';

const migrationsFolder = join(import.meta.dirname, '../../../schema/postgres/migrations');
/** Of processes that start at once, one migrates and the others wait. */
const MIGRATING = 7_104_000;

/** The instant of the newest migration the database has had, in milliseconds; 0 before the first. */
const newestIn = async (pool: Pool, questionMs: number): Promise<number> => {
  const text = "SELECT to_regclass('licet.__drizzle_migrations') IS NOT NULL AS known";
  const known = await pool.query(within(text, questionMs));
  if (known.rows[0]?.known !== 1) return 0;
  const newest = await pool.query(
    within('SELECT max(created_at) AS newest FROM licet.__drizzle_migrations', questionMs),
  );
  return Number(newest.rows[0]?.newest ?? 0);
};

const refuseOtherEncodings = async (pool: Pool): Promise<void> => {
  const [found] = (await pool.query('SHOW server_encoding')).rows;
  if (found?.server_encoding !== 'UTF8')
    throw new NotInUtf8Error(`the database is in ${found?.server_encoding}, and must be in UTF-8`);
};

/**
 * Brings a database to the form this version writes. Throws NewerDatabaseError where a newer version has brought it further: what that
 * one keeps could be read wrongly here; and NotInUtf8Error. `questionMs`: longest time that the first look waits for an answer.
 */
export const migratePool = async (pool: Pool, questionMs: number): Promise<void> => {
  const newest = newestShipped(migrationsFolder);
  const found = await newestIn(pool, questionMs);
  if (found > newest) throw new NewerDatabaseError('the database was written by a newer version');
  if (found === newest) return;
  await refuseOtherEncodings(pool);
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ]);
  const client = await pool.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${MIGRATING})`);
    await migrate(drizzle(client), { migrationsFolder, migrationsSchema: 'licet' });
    await client.query(`SELECT pg_advisory_unlock(${MIGRATING})`);
  } finally {
    client.release(true);
  }
};
