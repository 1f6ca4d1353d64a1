import { join } from 'node:path';
import type { Pool } from 'pg';
import { newestShipped } from '../sql/shipped-migrations.ts';
import { HalfMovedError, NewerDatabaseError, NotInUtf8Error } from './faults.ts';
import { within } from './within.ts';

const migrationsFolder = join(import.meta.dirname, '../../../schema/postgres/migrations');
/** `questionMs`: longest time that the first look waits for an answer; `moves`: whether a folder is moved by whoever asks. */
type MigrateOptions = Readonly<{ questionMs: number; moves: boolean }>;

/** Of processes that start at once, one migrates and the others wait. */
const MIGRATING = 7_104_000;

/** What is said of the schema while a folder is moved into it: whoever opens it then would answer from a half. */
export const MOVING = 'a folder is being moved here by licet move';

/** SQL for what is said of the schema. */
export const SAID = "obj_description(CAST(to_regnamespace('licet') AS oid), 'pg_namespace')";

const STATE = `SELECT to_regclass('licet.__drizzle_migrations') IS NOT NULL AS known, ${SAID} AS said`;

/** The instant of the newest migration the database has had, in milliseconds; 0 before the first. */
const newestIn = async (pool: Pool, { questionMs, moves }: MigrateOptions): Promise<number> => {
  const [state] = (await pool.query(within(STATE, questionMs))).rows;
  if (state?.said === MOVING && !moves) throw new HalfMovedError();
  if (state?.known !== 1) return 0;
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
 * one keeps could be read wrongly here; NotInUtf8Error; and HalfMovedError, unless it is the move itself that asks.
 */
export const migratePool = async (pool: Pool, options: MigrateOptions): Promise<void> => {
  const newest = newestShipped(migrationsFolder);
  const found = await newestIn(pool, options);
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
