import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * How often an institution was asked for in a week, by its id. Who asked, when within the week and with which words is not kept. Weeks are
 * forgotten after five (src/store/service/demand.ts).
 */
export const demand = sqliteTable(
  'demand',
  {
    /** The Monday of the week, in Asia/Shanghai. */
    week: text('week').notNull(),
    institution: text('institution_id').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.week, table.institution] })],
);
