import type { StorageFault } from '../storage-fault.ts';

/** A database that a newer version of Licet has brought to a form this one does not know. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
  readonly code = 'NEWER_DATABASE';
}

/** A database that Chinese texts cannot be kept in. */
export class NotInUtf8Error extends Error {
  override readonly name = 'NotInUtf8Error';
  readonly code = 'NOT_UTF8';
}

/** A database into which a folder is being moved, or was and the move did not end. */
export class HalfMovedError extends Error {
  override readonly name = 'HalfMovedError';
  readonly code = 'HALF_MOVED';
  constructor() {
    super('a folder is being moved into the database, or was and the move did not end');
  }
}

/** A database that does not hold the generation any more that answered from it: it was put back to an earlier state, or is another one. */
export class ReplacedError extends Error {
  override readonly name = 'ReplacedError';
  readonly code = 'REPLACED';
  constructor(generation: number) {
    super(`the database does not hold generation ${generation} any more as it answered here`);
  }
}

/** What an operator looks at where a database answers nothing, or lets nobody in. */
const LOOK = 'look whether it runs, and whether address, name and password are right';

/** What PostgreSQL itself answers; whatever else a question ends with, it never came through. */
type ServerAnswer = Error & Readonly<{ code: string }>;
const isAnswer = (cause: unknown): cause is ServerAnswer =>
  cause instanceof Error && 'severity' in cause && 'code' in cause && typeof cause.code === 'string';

/** What the driver says of a connection that was lost, or never made in time; it gives no code then. */
const LOST = /terminated|time-?out|not queryable|calling end/i;

/** Whether a fault is one of the way to the database. All others lie on this side: a file that is not there, a password, a certificate. */
const isOfTheWay = (cause: unknown): boolean => {
  if (!(cause instanceof Error)) return true;
  if (isAnswer(cause)) return true;
  if (!('code' in cause)) return LOST.test(cause.message);
  const code = String(cause.code);
  return code.startsWith('E') && !code.startsWith('ERR_') && code !== 'EPROTO' && !('path' in cause);
};

/** Nobody answers at the database's address, or not any more; or it is not spoken to for a reason on this side. `code`: the system's word. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
  readonly code: string;
  readonly remedy: string;
  constructor(cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'UNREACHABLE';
    const isFar = isOfTheWay(cause);
    super(
      isFar ? `the database does not answer (${code})` : `the database is not spoken to: ${String(cause)}`,
      {
        cause,
      },
    );
    this.code = code;
    this.remedy = isFar ? LOOK : 'look at the password and at what the address says of TLS';
  }
}

/** The answer itself, out of whatever a library wrapped round it. */
const answerIn = (cause: unknown): ServerAnswer | null => {
  if (isAnswer(cause)) return cause;
  return cause instanceof Error && cause.cause !== undefined ? answerIn(cause.cause) : null;
};

/** Codes with which PostgreSQL lets nobody in: a name or password that is wrong, no such database, what its user may not do. */
const CLOSED = /^(28|3D000|42501)/;

/** Codes with which PostgreSQL ends a connection, or takes none: it stops, starts, has too many, or waited for too long. */
const GOING = /^(57P0|08|53300|25P0[34])/;

/** Runs a question and tells a database that does not answer from one that refuses. */
export const reached = async <T>(question: Promise<T>): Promise<T> => {
  try {
    return await question;
  } catch (cause) {
    if (cause instanceof NewerDatabaseError || cause instanceof NotInUtf8Error) throw cause;
    if (cause instanceof HalfMovedError || cause instanceof ReplacedError) throw cause;
    const answer = answerIn(cause);
    throw answer !== null && !GOING.test(answer.code) ? answer : new DatabaseUnreachable(cause);
  }
};

/** By the SQLSTATE that PostgreSQL gives. */
const KINDS: Readonly<Record<string, StorageFault['kind']>> = {
  '53100': 'full',
  '58030': 'refused',
  XX001: 'damaged',
  XX002: 'damaged',
  '55P03': 'busy',
  '40P01': 'busy',
  // Given up, by whoever may: an operator, or a limit on the time of one statement.
  '57014': 'busy',
};

/** A copy that only reads, or a server that was turned into one. */
const READ_ONLY = '25006';
const WRITABLE = 'let LICET_DATABASE_URL lead to the server that writes';
const REMEDY = 'put the database back from a copy of it';

/** A database that cannot be used as it is, and what to do about it. */
const unusable = (
  { code, message }: Readonly<{ code: string; message: string }>,
  remedy: string,
): StorageFault => ({
  kind: 'unreachable',
  code,
  message,
  remedy,
});

/** What an error of PostgreSQL means for whoever wanted something kept; null for other errors, and for mistakes of ours. */
export const postgresFault = (cause: unknown): StorageFault | null => {
  if (cause instanceof NewerDatabaseError)
    return { kind: 'newer', code: cause.code, message: cause.message, remedy: 'start that version' };
  if (cause instanceof DatabaseUnreachable) return unusable(cause, cause.remedy);
  if (cause instanceof NotInUtf8Error) return unusable(cause, "make it with ENCODING 'UTF8'");
  if (cause instanceof HalfMovedError)
    return unusable(
      cause,
      'repeat licet move to its end, or empty the database with DROP SCHEMA licet CASCADE',
    );
  if (cause instanceof ReplacedError)
    return unusable(cause, 'it is taken up once its rows have the hash they were published with');
  if (!isAnswer(cause)) return null;
  const { code, message } = cause;
  if (CLOSED.test(code))
    return { kind: 'unreachable', code, message: `the database refuses: ${message} (${code})`, remedy: LOOK };
  if (code === READ_ONLY)
    return unusable({ code, message: `the database takes nothing: ${message} (${code})` }, WRITABLE);
  const kind = KINDS[code];
  return kind === undefined ? null : { kind, code, message, remedy: kind === 'damaged' ? REMEDY : null };
};

/** Class 23 of PostgreSQL's codes: what a table promises would be broken. */
export const postgresContradicts = (cause: unknown): boolean =>
  isAnswer(cause) && cause.code.startsWith('23');
