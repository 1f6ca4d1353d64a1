import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** A question whether two are the same institution, and a person's answer: same, different, unsure (null = not yet asked). */
export const judgement = sqliteTable(
  'judgement',
  {
    id: integer('id').primaryKey(),
    institution: text('institution_id').notNull(),
    candidate: text('candidate_id').notNull(),
    why: text('why').notNull(),
    firstGeneration: integer('first_generation').notNull(),
    decision: text('decision'),
    decidedBy: text('decided_by'),
    decidedAt: text('decided_at'),
  },
  (table) => [uniqueIndex('judgement_pair').on(table.institution, table.candidate)],
);
