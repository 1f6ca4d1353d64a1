import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Credits an interface with a key took, a calendar month in Asia/Shanghai at a time. */
export const creditMonth = sqliteTable(
  'credit_month',
  {
    source: text('source').notNull(),
    month: text('month').notNull(),
    spent: integer('spent').notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.month] })],
);
