import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What was told last of each institution when nothing but it is asked. */
export const headline = sqliteTable('headline', {
  institution: text('institution_id').primaryKey(),
  outcome: text('outcome').notNull(),
  result: text('result').notNull(),
  status: text('status'),
  /** JSON: codes of its reasons. */
  reasons: text('reasons').notNull(),
});

/** A headline that became another one; numbers go up and are never given twice, so that a reader can ask on without gaps. */
export const headlineChange = sqliteTable('headline_change', {
  number: integer('number').primaryKey({ autoIncrement: true }),
  body: text('body').notNull(),
});

/** On which generation, rules and day headlines were compared last (one row), and how far that has come. */
export const headlineBasis = sqliteTable('headline_basis', {
  id: integer('id').primaryKey(),
  generation: integer('generation').notNull(),
  policy: text('policy').notNull(),
  day: text('day').notNull(),
  /** JSON: the basis before, which changes are held against; null for the first one. */
  before: text('before'),
  /** The last institution that was compared; null once all were. */
  after: text('after'),
});
