import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * One version of one row of a source. `firstGeneration`..`lastGeneration` are the generations in which it was on its list
 * (null = still is); `seenFirst`/`seenLast` are editions (`seenLast` null = the newest one). A row with `seenLast` and without
 * `lastGeneration` was missing once: it stays until a second good run misses it too.
 */
export const record = sqliteTable(
  'record',
  {
    id: integer('id').primaryKey(),
    source: text('source').notNull(),
    key: text('key').notNull(),
    digest: text('digest').notNull(),
    kind: text('kind').notNull(),
    /** Order in which reconcile reads records: best evidence first, rows without a legal name last. */
    rank: integer('rank').notNull(),
    row: integer('row').notNull(),
    snapshot: integer('snapshot').notNull(),
    institution: text('institution_id'),
    firstGeneration: integer('first_generation').notNull(),
    lastGeneration: integer('last_generation'),
    seenFirst: integer('seen_first').notNull(),
    seenLast: integer('seen_last'),
    /** 1 when the same page was later read otherwise, 2 when a person withdrew the row: our mistake, no history of the institution. */
    misread: integer('misread').notNull().default(0),
    /** Generation in which its standing last changed without a new version: first missed, or found again. */
    marked: integer('marked'),
    body: text('body').notNull(),
  },
  (table) => [
    index('record_key').on(table.source, table.key),
    index('record_place').on(table.snapshot, table.row),
    index('record_institution').on(table.institution),
    index('record_first').on(table.firstGeneration, table.rank, table.source, table.key),
    index('record_last').on(table.lastGeneration).where(sql`last_generation is not null`),
    index('record_marked').on(table.marked).where(sql`marked is not null`),
    // The rows that are no institution are few: every reader and every hash reads them all.
    index('record_fact').on(table.source, table.key).where(sql`kind <> 'institution'`),
    index('record_unassigned').on(table.kind).where(sql`institution_id is null`),
  ],
);
