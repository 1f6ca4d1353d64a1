import type { Awaitable, Connection, Statement } from './connection.ts';

/** Rows that one statement writes, the most first: SQLite gains little from more of them, and PostgreSQL is spared the way there and back for each. */
const SIZES = [40, 8, 1] as const;
const [MOST] = SIZES;

/** Rows that wait until many are written at once, in the order they came. Whoever asks the table for them flushes before. */
export type ManyRows = Readonly<{
  add(...values: readonly unknown[]): Awaitable<void>;
  flush(): Promise<void>;
}>;

/** Writes rows of so many columns, many with one statement. `around`: gives the statement around `VALUES (…), (…)`. */
export const manyRows = (db: Connection, columns: number, around: (values: string) => string): ManyRows => {
  const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  const statements = new Map<number, Statement<unknown[], unknown>>();
  const statementOf = (rows: number): Statement<unknown[], unknown> => {
    const known = statements.get(rows);
    if (known !== undefined) return known;
    const made = db.prepare(around(`VALUES ${Array.from({ length: rows }, () => row).join(', ')}`));
    statements.set(rows, made);
    return made;
  };
  let waiting: unknown[] = [];
  const flush = async (): Promise<void> => {
    const all = waiting;
    waiting = [];
    let from = 0;
    for (const rows of SIZES)
      for (const size = rows * columns; all.length - from >= size; from += size)
        await statementOf(rows).run(...all.slice(from, from + size));
  };
  return {
    add: (...values) => {
      waiting.push(...values);
      return waiting.length < MOST * columns ? undefined : flush();
    },
    flush,
  };
};

/** Tables whose rows are numbered here and not by the engine, so that many of them, and others that name them, are written at once. */
type Numbered = 'name' | 'record';

/** What an engine does after rows came with numbers of their own, within the same transaction. */
export type AfterNumbered = (db: Connection, table: Numbered) => Awaitable<void>;

/** Gives the numbers after the highest in the table. */
export const numbersAfter = async (db: Connection, table: Numbered): Promise<() => number> => {
  let last = (await db.prepare<[], number | null>(`SELECT max(id) FROM ${table}`).pluck().get()) ?? 0;
  return () => {
    last += 1;
    return last;
  };
};
