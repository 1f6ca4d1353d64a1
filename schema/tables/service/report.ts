import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** An error that somebody reported on a page, until the operator has settled it. Nothing of the sender is kept. */
export const errorReport = sqliteTable('error_report', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  at: text('at').notNull(),
  /** The page or hospital, as typed. */
  about: text('about').notNull(),
  text: text('text').notNull(),
  lang: text('lang').notNull(),
  /** The generation that answered then. */
  generation: integer('generation').notNull(),
});
