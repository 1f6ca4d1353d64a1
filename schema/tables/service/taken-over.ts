import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A file of an earlier version whose content stands in this database now: the same bytes are never taken over twice. */
export const fileTakenOver = sqliteTable(
  'file_taken_over',
  {
    file: text('file').notNull(),
    sha256: text('sha256').notNull(),
  },
  (table) => [primaryKey({ columns: [table.file, table.sha256] })],
);
