import Database from 'better-sqlite3';
import { isMoved, MovedFolderError } from '../folder/moved.ts';
import type { Connection as SqlConnection } from '../sql/connection.ts';
import { registryFile, serviceFile } from './files.ts';

/** How long it waits for a write of another process, in milliseconds. */
const BUSY_MS = 10_000;

/** Keeps everybody from writing into the registry and what the service records of a data folder; gives the function that lets them again. */
export const holdFolder = (data: string): (() => void) => {
  const files = [registryFile(data), serviceFile(data)].map(
    (file) => new Database(file, { timeout: BUSY_MS }),
  );
  const release = (): void => {
    for (const file of files) file.close();
  };
  try {
    for (const file of files) file.exec('BEGIN IMMEDIATE');
    return release;
  } catch (cause) {
    release();
    throw cause;
  }
};

/** A connection that writes into a data folder as long as it was not moved: a process that was left running writes nothing that is lost. */
export const unlessMoved = (db: SqlConnection, data: string): SqlConnection => ({
  prepare: (sql) => db.prepare(sql),
  exec: (sql) => {
    const done = db.exec(sql);
    // Looked at under the lock that the move holds until it has said so.
    if (sql !== 'BEGIN IMMEDIATE' || !isMoved(data)) return done;
    void db.exec('ROLLBACK');
    throw new MovedFolderError(data);
  },
  get inTransaction() {
    return db.inTransaction;
  },
});
