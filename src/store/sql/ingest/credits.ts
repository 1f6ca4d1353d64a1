import type { Credits, Spending } from '../../credits.ts';
import type { Connection } from '../connection.ts';
import type { Mutex } from '../mutex.ts';

/** One statement, so that two processes cannot spend the same credit; false where the budget would be exceeded. */
const spend = async (db: Connection, { source, month, credits, budget }: Spending): Promise<boolean> => {
  if (credits > budget) return false;
  const done = await db
    .prepare(
      `INSERT INTO credit_month (source, month, spent) VALUES (:source, :month, :credits)
       ON CONFLICT (source, month) DO UPDATE SET spent = credit_month.spent + excluded.spent
         WHERE credit_month.spent + excluded.spent <= :budget`,
    )
    .run({ source, month, credits, budget });
  return done.changes === 1;
};

/** What an answer cost is known only when it is there. */
const correct = async (db: Connection, source: string, month: string, by: number): Promise<void> => {
  await db
    .prepare(
      'UPDATE credit_month SET spent = CASE WHEN spent + :by > 0 THEN spent + :by ELSE 0 END WHERE source = :source AND month = :month',
    )
    .run({ by, source, month });
};

/** Credits each source spent in a month. */
const spent = async (db: Connection, month: string): Promise<ReadonlyMap<string, number>> =>
  new Map(
    (
      await db
        .prepare<[string], { source: string; spent: number }>(
          'SELECT source, spent FROM credit_month WHERE month = ? ORDER BY source',
        )
        .all(month)
    ).map(({ source, spent }) => [source, spent]),
  );

/** The book, on the connection that writes; `mutex` lets one writing task at a time through. */
export const creditsIn = (db: Connection, mutex: Mutex): Credits => ({
  spend: (spending) => mutex(() => spend(db, spending)),
  correct: (source, month, by) => mutex(() => correct(db, source, month, by)),
  spent: (month) => mutex(() => spent(db, month)),
});
