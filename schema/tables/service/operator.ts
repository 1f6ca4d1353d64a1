import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Who may capture and decide over HTTP. Of a token only its SHA-256 is kept. A name stays one person's, who may be given a new token in place of the old one. */
export const operator = sqliteTable(
  'operator',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    addedAt: text('added_at').notNull(),
    revokedAt: text('revoked_at'),
    /** When the token ends of itself; null for one of before tokens ended: 90 days after it was given. */
    expiresAt: text('expires_at'),
  },
  (table) => [uniqueIndex('operator_name').on(table.name)],
);

/** Everything an operator did, written before it is done; `outcome` null = it never ended (the service was cut off). */
export const operatorAct = sqliteTable(
  'operator_act',
  {
    id: integer('id').primaryKey(),
    at: text('at').notNull(),
    operator: text('operator').notNull(),
    act: text('act').notNull(),
    /** What it was done to: a source, a run, another operator. */
    about: text('about').notNull(),
    /** The request, as answers and log lines name it; null for the command line. */
    request: text('request'),
    outcome: text('outcome'),
  },
  (table) => [index('operator_act_at').on(table.at)],
);
