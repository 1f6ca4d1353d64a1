import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** A list that a partner handed in, until it is forgotten. Numbers that identify persons were taken out before it came here. */
export const batch = sqliteTable(
  'batch',
  {
    id: text('id').primaryKey(),
    partner: text('partner').notNull(),
    /** `held` (not answered before its partner says so), `waiting`, `running`, `done`, `cancelled` or `failed`. */
    state: text('state').notNull(),
    createdAt: text('created_at').notNull(),
    endedAt: text('ended_at'),
    /** From this instant on it is gone. */
    expiresAt: text('expires_at').notNull(),
    idempotencyKey: text('idempotency_key'),
    /** SHA-256 of what was sent. */
    bodyHash: text('body_hash').notNull(),
    /** File, language, headings and the columns that are read, as JSON (src/batch/kept.ts). */
    about: text('about').notNull(),
    rows: integer('rows').notNull(),
    done: integer('done').notNull().default(0),
    /** How many rows had which outcome so far, as JSON; null before the first part. */
    counts: text('counts'),
    /** What all its answers rest on; null before it was begun. */
    basis: text('basis'),
    /** How often it was begun since its last answer. */
    begun: integer('begun').notNull().default(0),
    /** The process that answers it, and when that last said so. */
    claimedBy: text('claimed_by'),
    claimedAt: text('claimed_at'),
  },
  (table) => [
    index('batch_partner').on(table.partner, table.createdAt),
    uniqueIndex('batch_idempotency').on(table.partner, table.idempotencyKey),
    index('batch_state').on(table.state, table.createdAt),
  ],
);

/** Some rows of a list, as they were given and with what was added to them; null as long as they are not answered. */
export const batchPart = sqliteTable(
  'batch_part',
  {
    batch: text('batch').notNull(),
    at: integer('at').notNull(),
    firstRow: integer('first_row').notNull(),
    rows: integer('rows').notNull(),
    given: blob('given', { mode: 'buffer' }).notNull(),
    result: blob('result', { mode: 'buffer' }),
  },
  (table) => [primaryKey({ columns: [table.batch, table.at] })],
);
