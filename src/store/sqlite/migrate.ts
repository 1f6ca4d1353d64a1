import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type Database from 'better-sqlite3';
import { newestShipped } from '../sql/shipped-migrations.ts';
import { NewerFileError } from './faults.ts';

const schema = join(import.meta.dirname, '../../../schema');
const FOLDERS = { registry: join(schema, 'migrations'), service: join(schema, 'service-migrations') };

/** Migrates by drizzle-orm, whose hundred modules every start and every thread would wait for: it is loaded where something is to be done. */
const migrate = (db: Database.Database, migrationsFolder: string): void => {
  const require = createRequire(import.meta.url);
  const { drizzle } = require('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3');
  const migrator =
    require('drizzle-orm/better-sqlite3/migrator') as typeof import('drizzle-orm/better-sqlite3/migrator');
  migrator.migrate(drizzle(db), { migrationsFolder });
};

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
  const folder = FOLDERS[which];
  const shipped = newestShipped(folder);
  const had = newestIn(db);
  if (had > shipped) throw new NewerFileError(`${basename(db.name)} was written by a newer version`);
  if (had === shipped) return;
  try {
    migrate(db, folder);
  } catch {
    // Another process that starts on the same folder may be at it: then the first try fails, and the second finds it done.
    migrate(db, folder);
  }
};
