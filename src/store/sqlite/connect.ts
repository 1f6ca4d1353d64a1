import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { makeFolder } from './folder.ts';

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

/**
 * Opens the one connection that writes, creating folder, file and tables when they are not there yet.
 * WAL with synchronous NORMAL: a killed process or a lost power supply costs at most the last transactions, never the file.
 * `spareBytes` bounds how much the file may grow, as a nearly full disk would.
 */
export const openWriter = (file: string, spareBytes?: number): Connection => {
  makeFolder(dirname(file));
  const db = new Database(file, { timeout: BUSY_MS });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -65536');
  migrate(drizzle(db), { migrationsFolder });
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
