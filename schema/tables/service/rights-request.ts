import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What somebody asks about what is held of them as a physician, until it is forgotten. Nobody is named in it: who they are they show
 * to the operator, elsewhere.
 */
export const rightsRequest = sqliteTable(
  'rights_request',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: text('at').notNull(),
    /** `access`, `correction` or `erasure`. */
    kind: text('kind').notNull(),
    lang: text('lang').notNull(),
    /** What was typed besides; emptied when the request is closed. */
    text: text('text').notNull(),
    /** SHA-256 of the secret part of the address at which the sender reads what became of it. */
    statusHash: text('status_hash').notNull(),
    /** The last day for an answer, in Asia/Shanghai. */
    dueOn: text('due_on').notNull(),
    /** Why it was put off, where it was; shown to the sender. */
    extendedBecause: text('extended_because'),
    /** `waiting`, `answered` or `refused`. */
    state: text('state').notNull(),
    answer: text('answer'),
    closedAt: text('closed_at'),
    closedBy: text('closed_by'),
  },
  (table) => [
    index('rights_request_status').on(table.statusHash),
    index('rights_request_state').on(table.state, table.dueOn),
  ],
);
