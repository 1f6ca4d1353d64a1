import type { Connection } from '../connect.ts';

/** Credits to set aside of a source's month, and the most that month may spend. */
export type Spending = Readonly<{ source: string; month: string; credits: number; budget: number }>;

/** The book of spent credits, a calendar month at a time. */
export type Credits = Readonly<{
  /** Sets credits aside; false, and nothing changed, where that would exceed the budget. */
  spend(spending: Spending): Promise<boolean>;
  /** Corrects what was set aside to what it cost; `by` may be negative. */
  correct(source: string, month: string, by: number): Promise<void>;
  /** Credits each source spent in a month. */
  spent(month: string): Promise<ReadonlyMap<string, number>>;
}>;

/** One statement, so that two processes cannot spend the same credit; false where the budget would be exceeded. */
const spend = (db: Connection, { source, month, credits, budget }: Spending): boolean => {
  if (credits > budget) return false;
  const done = db
    .prepare(
      `INSERT INTO credit_month (source, month, spent) VALUES (:source, :month, :credits)
       ON CONFLICT (source, month) DO UPDATE SET spent = spent + excluded.spent WHERE spent + excluded.spent <= :budget`,
    )
    .run({ source, month, credits, budget });
  return done.changes === 1;
};

/** What an answer cost is known only when it is there. */
const correct = (db: Connection, source: string, month: string, by: number): void => {
  db.prepare('UPDATE credit_month SET spent = max(0, spent + ?) WHERE source = ? AND month = ?').run(
    by,
    source,
    month,
  );
};

/** Credits each source spent in a month. */
const spent = (db: Connection, month: string): ReadonlyMap<string, number> =>
  new Map(
    db
      .prepare<[string], { source: string; spent: number }>(
        'SELECT source, spent FROM credit_month WHERE month = ? ORDER BY source',
      )
      .all(month)
      .map(({ source, spent }) => [source, spent]),
  );

/** The book, on the connection that writes; `alone` lets one writing task at a time through. */
export const creditsIn = (db: Connection, alone: <T>(task: () => T) => Promise<T>): Credits => ({
  spend: (spending) => alone(() => spend(db, spending)),
  correct: (source, month, by) => alone(() => correct(db, source, month, by)),
  spent: (month) => alone(() => spent(db, month)),
});
