import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

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

/** Where the events of a watch are sent. Its secret signs what is sent, so it is kept as it is: the file is for its owner alone. */
export const watchHook = sqliteTable('watch_hook', {
  watch: text('watch').primaryKey(),
  url: text('url').notNull(),
  secret: text('secret').notNull(),
  since: text('since').notNull(),
  /** Why nothing is sent any more; null while it is. */
  stopped: text('stopped'),
  /** Nothing is sent before this instant, since the receiver was not there. */
  restUntil: text('rest_until').notNull().default(''),
});

/**
 * The secret part of the address at which the events of a watch stand as a feed. It opens nothing but these events, which stand in the
 * same file, so it is kept as it is and shown whenever its partner asks.
 */
export const watchFeed = sqliteTable('watch_feed', {
  watch: text('watch').primaryKey(),
  secret: text('secret').notNull(),
  since: text('since').notNull(),
});

/** Who is told of the events of a watch by mail, once a day at most. */
export const watchMail = sqliteTable(
  'watch_mail',
  {
    watch: text('watch').primaryKey(),
    address: text('address').notNull(),
    /** What the links in mails hold; whoever has it has received one. */
    token: text('token').notNull(),
    askedAt: text('asked_at').notNull(),
    /** When the reader of the address said yes; null as long as nothing but the question is sent. */
    confirmedAt: text('confirmed_at'),
    /** Number of the newest event that was told. */
    told: integer('told').notNull().default(0),
    /** Nothing is sent before this instant; null where nothing more is to be sent until something changes. */
    nextAt: text('next_at'),
    /** How often in a row the mail server refused. */
    failed: integer('failed').notNull().default(0),
    /** The day in Asia/Shanghai of the last mail that told of events. */
    lastOn: text('last_on'),
  },
  (table) => [uniqueIndex('watch_mail_token').on(table.token)],
);

/** One event on its way to a receiver, and what became of it. */
export const watchDelivery = sqliteTable(
  'watch_delivery',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    watch: text('watch').notNull(),
    /** Number of the event; 0 for a test. */
    event: integer('event').notNull(),
    /** The hospital: a later event of it waits for the earlier one. */
    lane: text('lane').notNull(),
    /** `waiting`, `delivered` or `given-up`. */
    state: text('state').notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    nextAt: text('next_at').notNull(),
    lastAt: text('last_at'),
    /** The status or the trouble of the last attempt, in a few words. */
    last: text('last'),
  },
  (table) => [
    index('watch_delivery_due').on(table.state, table.nextAt),
    index('watch_delivery_lane').on(table.watch, table.state, table.lane, table.id),
  ],
);
