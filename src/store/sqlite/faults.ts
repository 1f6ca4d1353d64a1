import Database from 'better-sqlite3';
import type { StorageFault } from '../storage-fault.ts';

const KINDS: Readonly<Record<string, StorageFault['kind']>> = {
  SQLITE_FULL: 'full',
  // SQLite's words for a write that the system refused, whatever the cause.
  SQLITE_IOERR_WRITE: 'refused',
  SQLITE_IOERR_SHMSIZE: 'refused',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_NOTADB: 'damaged',
  SQLITE_BUSY: 'busy',
  SQLITE_BUSY_SNAPSHOT: 'busy',
  SQLITE_BUSY_RECOVERY: 'busy',
  SQLITE_BUSY_TIMEOUT: 'busy',
};

/**
 * What to do about a damaged file. Facts can be read again from the bundled lists and the archive; what the service recorded
 * has no second copy.
 */
const REMEDY =
  'put it back from a copy; or move the damaged file away: without licet.db the next start reads the sources again, without service.db partners, operators and signing keys begin anew';

/** A file of an earlier version that cannot be taken over into the database; nothing of it was. */
export class OldFileError extends Error {
  override readonly name = 'OldFileError';
  readonly code = 'OLD_FILE';
}

/** A file that a newer version of Licet has brought to a form this one does not know. */
export class NewerFileError extends Error {
  override readonly name = 'NewerFileError';
  readonly code = 'NEWER_FILE';
}

/** What an error of SQLite means for whoever wanted something kept; null for other errors, and for mistakes of ours. */
export const sqliteFault = (cause: unknown): StorageFault | null => {
  if (cause instanceof OldFileError)
    return {
      kind: 'damaged',
      code: cause.message,
      message: cause.message,
      remedy: 'mend that file or move it away',
    };
  if (cause instanceof NewerFileError)
    return {
      kind: 'newer',
      code: cause.code,
      message: cause.message,
      remedy: 'start that version, or put the folder back from the backup made before the upgrade',
    };
  if (!(cause instanceof Database.SqliteError)) return null;
  const { code, message } = cause;
  const kind = KINDS[code];
  return kind === undefined ? null : { kind, code, message, remedy: kind === 'damaged' ? REMEDY : null };
};

/** What a table promises would be broken. */
export const sqliteContradicts = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_CONSTRAINT');
