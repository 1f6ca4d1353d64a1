import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** One page as received; its bytes lie in the archive under `sha256`. */
export const snapshot = sqliteTable(
  'snapshot',
  {
    id: integer('id').primaryKey(),
    sha256: text('sha256').notNull(),
    source: text('source').notNull(),
    page: text('page').notNull(),
    url: text('url').notNull(),
    retrievedAt: text('retrieved_at').notNull(),
    how: text('how').notNull(),
    transport: text('transport').notNull(),
    contentType: text('content_type').notNull(),
    bytes: integer('bytes').notNull(),
    /** JSON: what else is worth keeping of the way it came (validators, redirects, the rule of robots.txt). */
    details: text('details'),
  },
  (table) => [uniqueIndex('snapshot_address').on(table.sha256, table.source, table.page)],
);

/** The accepted set of records of one source at one time, and the generation that first shows it. */
export const edition = sqliteTable(
  'edition',
  {
    id: integer('id').primaryKey(),
    source: text('source').notNull(),
    generation: integer('generation').notNull(),
    asOf: text('as_of'),
    acceptedAt: text('accepted_at').notNull(),
    rows: integer('rows').notNull(),
    /** Digest of descriptor and parser: the same page read by other code is another edition. */
    reading: text('reading').notNull(),
  },
  (table) => [index('edition_source').on(table.source, table.id)],
);

export const editionSnapshot = sqliteTable(
  'edition_snapshot',
  {
    edition: integer('edition').notNull(),
    position: integer('position').notNull(),
    snapshot: integer('snapshot').notNull(),
  },
  (table) => [primaryKey({ columns: [table.edition, table.position] })],
);
