import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A capture that turns an answer into a no and waits for a second person, or was decided by one; its saved page lies in the archive. */
export const pendingCapture = sqliteTable(
  'pending_capture',
  {
    id: integer('id').primaryKey(),
    at: text('at').notNull(),
    /** Who looked. */
    operator: text('operator').notNull(),
    source: text('source').notNull(),
    /** The rows as they were sent (JSON). */
    rows: text('rows').notNull(),
    /** The answers that become others by it (JSON). */
    answers: text('answers').notNull(),
    because: text('because'),
    /** The key of a row that is taken back; null where rows are recorded. */
    withdraws: text('withdraws'),
    proofSha256: text('proof_sha256'),
    proofType: text('proof_type'),
    /** `waiting`, `confirmed` or `rejected`. */
    state: text('state').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: text('decided_at'),
    reason: text('reason'),
  },
  (table) => [index('pending_capture_state').on(table.state, table.id)],
);
