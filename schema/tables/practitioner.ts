import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * A physician's registration as a register row states it, no more than a verdict needs (verdict.md §5, rules 9 and 10).
 * The practising certificate is kept only as a keyed hash and its last four digits: it can be checked, not read back.
 */
export const practitioner = sqliteTable(
  'practitioner',
  {
    id: integer('id').primaryKey(),
    record: integer('record').notNull(),
    institution: text('institution_id'),
    name: text('name').notNull(),
    certificateHash: text('certificate_hash').notNull(),
    certificateLastFour: text('certificate_last_four').notNull(),
    level: text('level'),
    category: text('category'),
    scope: text('scope'),
    registeredSince: text('registered_since'),
    validUntil: text('valid_until'),
    firstGeneration: integer('first_generation').notNull(),
    lastGeneration: integer('last_generation'),
  },
  (table) => [index('practitioner_certificate').on(table.certificateHash)],
);
