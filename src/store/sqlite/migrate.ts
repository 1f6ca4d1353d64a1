import { basename, join } from 'node:path';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { NewerFileError } from './faults.ts';

const schema = join(import.meta.dirname, '../../../schema');
const FOLDERS = { registry: join(schema, 'migrations'), service: join(schema, 'service-migrations') };

/** The instant of the newest migration a file has had, in milliseconds; 0 before the first. */
const newestIn = (db: Database.Database): number => {
  const known = db
    .prepare<[], number>("SELECT count(*) FROM sqlite_master WHERE name = '__drizzle_migrations'")
    .pluck();
  if ((known.get() ?? 0) === 0) return 0;
  const newest = db.prepare<[], number | null>('SELECT max(created_at) FROM __drizzle_migrations').pluck();
  return Number(newest.get() ?? 0);
};

/**
 * Brings a database to the form this version writes. Throws NewerFileError where a newer version has brought it further: what that one
 * keeps could be read wrongly here.
 */
export const bringUpToDate = (db: Database.Database, which: keyof typeof FOLDERS): void => {
  const migrationsFolder = FOLDERS[which];
  const newest = readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0;
  if (newestIn(db) > newest) throw new NewerFileError(`${basename(db.name)} was written by a newer version`);
  try {
    migrate(drizzle(db), { migrationsFolder });
  } catch {
    // Another process that starts on the same folder may be at it: then the first try fails, and the second finds it done.
    migrate(drizzle(db), { migrationsFolder });
  }
};
