import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What the rows of a source's newest edition were read from: one row a source, written with the edition and used by the next
 * reading alone. It can be thrown away at any time: then the next night reads every row.
 */
export const rowList = sqliteTable('row_list', {
  source: text('source').primaryKey(),
  edition: integer('edition').notNull(),
  /** Digest of all that reads: other code reads every row anew. */
  stamp: text('stamp').notNull(),
  /** JSON: counts over all rows, for the gate. */
  facts: text('facts').notNull(),
  /** Bytes of one entry. */
  width: integer('width').notNull(),
  /** One entry a row: digest of its words (zeros: read it again), then digests of the columns that must not repeat. */
  entries: blob('entries', { mode: 'buffer' }).notNull(),
  /** Ids of the rows' records, in the same order, as 64-bit floats. */
  ids: blob('ids', { mode: 'buffer' }).notNull(),
});
