import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { makePrivateFile, makePrivateFolder } from './private-files.ts';

export type Connection = Database.Database;

/** How long a statement waits for another process's transaction, in milliseconds. */
const BUSY_MS = 10_000;

const migrationsFolder = join(import.meta.dirname, '../../../schema/migrations');

const bound = (db: Connection, spareBytes: number): void => {
  const [pages, bytes] = [
    db.pragma('page_count', { simple: true }),
    db.pragma('page_size', { simple: true }),
  ];
  db.pragma(`max_page_count = ${Number(pages) + Math.ceil(spareBytes / Number(bytes))}`);
};

/** Another process that starts on the same folder may be at it: then the first try fails, and the second finds it done. */
const migrated = (db: Connection): void => {
  try {
    migrate(drizzle(db), { migrationsFolder });
  } catch {
    migrate(drizzle(db), { migrationsFolder });
  }
};

/**
 * Opens the one connection that writes, creating folder, file and tables when they are not there yet. Folder and file are for
 * their owner alone: the database holds the keys that sign.
 * WAL with synchronous NORMAL: a killed process or a lost power supply costs at most the last transactions, never the file.
 * `spareBytes` bounds how much the file may grow, as a nearly full disk would.
 */
export const openWriter = (file: string, spareBytes?: number): Connection => {
  makePrivateFolder(dirname(file));
  makePrivateFile(file);
  const db = new Database(file, { timeout: BUSY_MS });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -65536');
  migrated(db);
  if (spareBytes !== undefined) bound(db, spareBytes);
  return db;
};

/** Bytes of the file that are mapped, not read: they count as memory of the process, and reading costs little more. */
const MAPPED = 16 * 1_048_576;

/** Opens a connection for reading only; it must be an existing, migrated database. */
export const openReading = (file: string): Connection => {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_MS });
  db.pragma('cache_size = -32768');
  db.pragma(`mmap_size = ${MAPPED}`);
  return db;
};
