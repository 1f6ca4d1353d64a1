import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A list of questions that a partner wants to be told about when an answer changes. */
export const watch = sqliteTable(
  'watch',
  {
    /** Drawn at random: it cannot be guessed, and tells nothing of other partners. */
    id: text('id').primaryKey(),
    partner: text('partner').notNull(),
    name: text('name').notNull(),
    lang: text('lang').notNull(),
    /** What is told (schema/watch.ts), separated by commas. */
    tell: text('tell').notNull(),
    createdAt: text('created_at').notNull(),
    entries: integer('entries').notNull(),
    /** How many events it has had: the number of the newest. */
    events: integer('events').notNull().default(0),
  },
  (table) => [index('watch_partner').on(table.partner, table.createdAt)],
);

/** One question of a watch, and what was told of its answer last. */
export const watchEntry = sqliteTable(
  'watch_entry',
  {
    watch: text('watch').notNull(),
    /** Its place in the list that was handed in, from 1. */
    number: integer('number').notNull(),
    reference: text('reference'),
    question: text('question').notNull(),
    /** What was told last, as JSON; null until it was asked for the first time. */
    told: text('told'),
    /** Generation, policy and day of the last comparison; empty before the first. */
    basis: text('basis').notNull().default(''),
    generation: integer('generation').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.watch, table.number] }),
    index('watch_entry_basis').on(table.basis, table.generation),
  ],
);

/** What was told: one change of one answer. Events are added and never changed. */
export const watchEvent = sqliteTable(
  'watch_event',
  {
    watch: text('watch').notNull(),
    /** From 1 within its watch, in the order in which they were written. */
    number: integer('number').notNull(),
    entry: integer('entry').notNull(),
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.watch, table.number] })],
);
