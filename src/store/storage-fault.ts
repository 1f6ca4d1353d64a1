import { MovedFolderError } from './folder/moved.ts';
import { AlteredRecordError } from './integrity/altered-record.ts';
import { postgresContradicts, postgresFault } from './postgres/faults.ts';
import { sqliteContradicts, sqliteFault } from './sqlite/faults.ts';
import { PractitionerKeyError } from './sqlite/practitioners/key-error.ts';

/**
 * Why something could not be kept or read, whoever keeps it. `full`: no room; `refused`: the disk takes nothing; `damaged`: what
 * was kept cannot be read any more; `busy`: another process is writing for long, so it may be tried again; `keyless`: physicians'
 * rows without their key, the message says what to do; `newer`: another version of Licet wrote it; `moved`: it is kept in a database now; `unreachable`: the database that
 * keeps it does not answer, so it may be tried again.
 */
export type StorageFault = Readonly<{
  kind: 'full' | 'refused' | 'damaged' | 'busy' | 'keyless' | 'newer' | 'moved' | 'unreachable';
  /** The word of the system or the engine, for a person who looks it up. */
  code: string;
  message: string;
  /** What an operator can do, as half a sentence, where there is something. */
  remedy: string | null;
}>;

/** A fault of the storage that another thread met: on the way from there an error loses its class. */
export class ToldFault extends Error {
  override readonly name = 'ToldFault';
  readonly fault: StorageFault;
  readonly code: string;
  constructor(fault: StorageFault) {
    super(fault.message);
    this.code = fault.code;
    this.fault = fault;
  }
}

/** What the system says when a disk, a quota or a limit on a file's size leaves no room, and when a disk takes nothing. */
const SYSTEM: Readonly<Record<string, StorageFault['kind']>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EIO: 'refused',
  EROFS: 'refused',
};

const systemFault = (cause: unknown): StorageFault | null => {
  if (!(cause instanceof Error && 'code' in cause)) return null;
  const kind = SYSTEM[String(cause.code)];
  return kind === undefined ? null : { kind, code: String(cause.code), message: cause.message, remedy: null };
};

const alteredFault = (cause: unknown): StorageFault | null =>
  cause instanceof AlteredRecordError
    ? {
        kind: 'damaged',
        code: cause.message,
        message: cause.message,
        remedy: 'licet doctor finds all such records; put the folder back from a copy',
      }
    : null;

const practitionerKeyFault = (cause: unknown): StorageFault | null =>
  cause instanceof PractitionerKeyError
    ? { kind: 'keyless', code: cause.code, message: cause.message, remedy: null }
    : null;

const movedFault = (cause: unknown): StorageFault | null =>
  cause instanceof MovedFolderError
    ? {
        kind: 'moved',
        code: cause.code,
        message: cause.message,
        remedy: `set LICET_DATABASE_URL, or remove ${cause.file} to go back to what it was then`,
      }
    : null;

/** What an error says of the storage, be it ours, an engine's or the system's; null for every other error. */
export const storageFault = (cause: unknown): StorageFault | null =>
  (cause instanceof ToldFault ? cause.fault : null) ??
  alteredFault(cause) ??
  practitionerKeyFault(cause) ??
  movedFault(cause) ??
  sqliteFault(cause) ??
  postgresFault(cause) ??
  systemFault(cause);

/** True where rows contradict each other or what a table promises: a key twice, or one that stands for nothing. */
export const contradicts = (cause: unknown): boolean =>
  sqliteContradicts(cause) || postgresContradicts(cause);

/** True where whoever asked may simply try again: another process writes for long, or the database does not answer. */
export const passes = (cause: unknown): boolean =>
  ['busy', 'unreachable'].includes(storageFault(cause)?.kind ?? '');

/**
 * A fault in words for the night's report and the log: a full disk, a disk that takes nothing, or the fault's own message. What the
 * system said stays in it.
 */
export const faultText = (cause: unknown): string => {
  const fault = storageFault(cause);
  if (fault?.kind === 'full')
    return `the disk is full (${fault.code}: ${fault.message}); the last good edition stays until there is room`;
  if (fault?.kind === 'refused')
    return `the disk takes nothing (${fault.code}: ${fault.message}); the last good edition stays`;
  return cause instanceof Error ? cause.message : String(cause);
};

/** Where a fault happened, without its message: that may repeat what a person asked. */
const placesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());

/**
 * A fault for a line of the log: one of the storage in its words, any other by its name and where it happened. Messages, and what libraries
 * hang on their errors beside them, may hold values of a question.
 */
export const faultInLog = (cause: unknown): Readonly<{ fault: string; at?: string[] }> => {
  const fault = storageFault(cause);
  if (fault !== null) return { fault: fault.message };
  return cause instanceof Error ? { fault: cause.name, at: placesOf(cause) } : { fault: typeof cause };
};
