/** What an engine gives at once (SQLite) or later (PostgreSQL); whoever asks waits for it in either case. */
export type Awaitable<T> = T | Promise<T>;

/** A statement of SQL, kept ready. Values are given in their order for `?`, or as one object for `:name`. */
export interface Statement<Values extends unknown[], Row> {
  all(...values: Values): Awaitable<Row[]>;
  get(...values: Values): Awaitable<Row | undefined>;
  /** `changes`: how many rows were added, changed or deleted. */
  run(...values: Values): Awaitable<Readonly<{ changes: number }>>;
  /** From now on rows are their first column alone. */
  pluck(): Statement<Values, Row>;
  /** From now on rows are lists of values. */
  raw(): Statement<Values, Row>;
}

/**
 * A connection to an engine, as everything below src/store/sql uses it. better-sqlite3 offers it as it is; for PostgreSQL
 * src/store/postgres/connection.ts does. The SQL is the part that both engines speak, with the words of SQLite where they differ
 * only in words (`?`, `:name`, `BEGIN IMMEDIATE`, `INDEXED BY`, json_extract): src/store/postgres translates them.
 */
export interface Connection {
  prepare<Values extends unknown[] = unknown[], Row = unknown>(sql: string): Statement<Values, Row>;
  exec(sql: string): Awaitable<unknown>;
  readonly inTransaction: boolean;
}

/**
 * Runs `work` in one transaction that writes, and gives what it gives; whatever it throws leaves everything as it was. No other
 * process writes meanwhile: it waits, or is told that the registry is busy.
 */
export const writing = async <T>(db: Connection, work: () => Awaitable<T>): Promise<T> => {
  await db.exec('BEGIN IMMEDIATE');
  try {
    const result = await work();
    await db.exec('COMMIT');
    return result;
  } finally {
    if (db.inTransaction) await db.exec('ROLLBACK');
  }
};

/** Runs `work` in one transaction that reads: all of it sees one moment. */
export const reading = async <T>(db: Connection, work: () => Awaitable<T>): Promise<T> => {
  await db.exec('BEGIN');
  try {
    return await work();
  } finally {
    if (db.inTransaction) await db.exec('ROLLBACK');
  }
};
