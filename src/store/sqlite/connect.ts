import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { makePrivateFile, makePrivateFolder } from '../folder/private-files.ts';
import type { Connection as SqlConnection } from '../sql/connection.ts';
import { serviceFile } from './files.ts';
import { bringUpToDate } from './migrate.ts';
import { moveOutOfRegistry } from './partners/move-out-of-registry.ts';

export type Connection = Database.Database;

/**
 * The connection as src/store/sql uses it: better-sqlite3 does at once what that lets an engine do later. The compiler cannot
 * compare the two through their type parameters, hence the cast; whatever it hid, every test of the store would meet.
 */
export const shared = (db: Connection): SqlConnection => db as SqlConnection;

/** How long a statement waits for another process's transaction, in milliseconds. */
const BUSY_MS = 10_000;

const bound = (db: Connection, spareBytes: number): void => {
  const [pages, bytes] = [
    db.pragma('page_count', { simple: true }),
    db.pragma('page_size', { simple: true }),
  ];
  db.pragma(`max_page_count = ${Number(pages) + Math.ceil(spareBytes / Number(bytes))}`);
};

const open = (file: string): Connection => {
  makePrivateFolder(dirname(file));
  makePrivateFile(file);
  const db = new Database(file, { timeout: BUSY_MS });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  return db;
};

/** Opens a connection that writes what the service records, creating folder, file and tables when they are not there yet. */
export const openServiceWriter = (file: string): Connection => {
  const db = open(file);
  bringUpToDate(db, 'service');
  return db;
};

/**
 * Opens the one connection that writes the registry, creating folder, file and tables when they are not there yet. Folder and file
 * are for their owner alone. What an earlier version kept of the service's own in this file is moved to the service's first.
 * WAL with synchronous NORMAL: a killed process or a lost power supply costs at most the last transactions, never the file.
 * `spareBytes` bounds how much the file may grow, as a nearly full disk would.
 */
export const openWriter = (file: string, spareBytes?: number): Connection => {
  const db = open(file);
  db.pragma('cache_size = -65536');
  moveOutOfRegistry(db, () => openServiceWriter(serviceFile(dirname(file))));
  bringUpToDate(db, 'registry');
  if (spareBytes !== undefined) bound(db, spareBytes);
  return db;
};

/**
 * Opens a connection for reading only; it must be an existing, migrated database. It keeps 8 MB of pages: those of its indexes. A dossier is
 * some pages, asked for once by a list that goes through the whole registry, and the operating system holds the file in any case: with
 * more kept or mapped, such a list left the whole file (46 MB) in the memory of the process.
 */
export const openReading = (file: string): Connection => {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_MS });
  db.pragma('cache_size = -8192');
  return db;
};
