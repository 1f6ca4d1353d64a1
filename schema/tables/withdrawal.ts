import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** That a row which a person recorded was never right, who said so and why. Never changed. */
export const withdrawal = sqliteTable(
  'withdrawal',
  {
    id: integer('id').primaryKey(),
    source: text('source').notNull(),
    key: text('key').notNull(),
    decidedBy: text('decided_by').notNull(),
    because: text('because').notNull(),
    decidedAt: text('decided_at').notNull(),
    /** The generation that is the first to count it. */
    generation: integer('generation').notNull(),
    /** The newest edition of the source when it was said: what came later is not meant. */
    afterEdition: integer('after_edition').notNull(),
  },
  (table) => [index('withdrawal_generation').on(table.generation)],
);
