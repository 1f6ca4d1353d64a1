import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Entries of the public log in their order, from 0. The migration adds triggers that refuse to change or delete one. */
export const logEntry = sqliteTable('log_entry', {
  id: integer('id').primaryKey(),
  /** The entry's own bytes: canonical JSON. */
  body: text('body').notNull(),
});
