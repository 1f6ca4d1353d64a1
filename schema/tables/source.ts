import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A source folder's descriptor, versioned by generation (`lastGeneration` null = current). */
export const source = sqliteTable(
  'source',
  {
    pk: integer('pk').primaryKey(),
    id: text('id').notNull(),
    firstGeneration: integer('first_generation').notNull(),
    lastGeneration: integer('last_generation'),
    digest: text('digest').notNull(),
    descriptor: text('descriptor').notNull(),
  },
  (table) => [index('source_id').on(table.id, table.firstGeneration)],
);

/** One attempt to read one source: what came of it, never what it says of an institution. */
export const run = sqliteTable(
  'run',
  {
    id: integer('id').primaryKey(),
    source: text('source').notNull(),
    at: text('at').notNull(),
    state: text('state').notNull(),
    rows: integer('rows').notNull(),
    added: integer('added').notNull(),
    changed: integer('changed').notNull(),
    removed: integer('removed').notNull(),
    /** JSON array of the gate's reasons, in plain words. */
    refusals: text('refusals').notNull(),
    edition: integer('edition'),
    /** The night it belongs to. */
    night: integer('night'),
    /** JSON array of the snapshots it obtained, kept where an operator may still accept them. */
    pages: text('pages'),
    /** Fingerprint of the page's headings. */
    shape: text('shape'),
    /** Who accepted a refusal, or captured a row, and why. */
    decidedBy: text('decided_by'),
    reason: text('reason'),
  },
  (table) => [index('run_source').on(table.source, table.id), index('run_night').on(table.night)],
);

/** Trouble reading a source, one row or one page at a time. */
export const issue = sqliteTable(
  'issue',
  {
    id: integer('id').primaryKey(),
    run: integer('run').notNull(),
    code: text('code').notNull(),
    row: integer('row'),
    column: text('column'),
    detail: text('detail').notNull(),
  },
  (table) => [index('issue_run').on(table.run)],
);
