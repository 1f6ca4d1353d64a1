import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** A pair that could be one institution: what a person is asked. The answers stand in `judgement`. */
export const reviewPair = sqliteTable(
  'review_pair',
  {
    id: integer('id').primaryKey(),
    institution: text('institution_id').notNull(),
    candidate: text('candidate_id').notNull(),
    why: text('why').notNull(),
    /** The generation whose linking noticed it. */
    firstGeneration: integer('first_generation').notNull(),
  },
  (table) => [uniqueIndex('review_pair_ids').on(table.institution, table.candidate)],
);

/** What a person said of a pair: same, different, unsure. Never changed; the newest of a pair counts. */
export const judgement = sqliteTable(
  'judgement',
  {
    id: integer('id').primaryKey(),
    one: text('one_id').notNull(),
    other: text('other_id').notNull(),
    decision: text('decision').notNull(),
    decidedBy: text('decided_by').notNull(),
    because: text('because').notNull(),
    decidedAt: text('decided_at').notNull(),
    /** The generation that is the first to count it. */
    generation: integer('generation').notNull(),
  },
  (table) => [index('judgement_generation').on(table.generation)],
);

/** Which institution was read as part of which other one, and in which generations (`lastGeneration` null = still is). */
export const merger = sqliteTable(
  'merger',
  {
    id: integer('id').primaryKey(),
    institution: text('institution_id').notNull(),
    into: text('into_id').notNull(),
    firstGeneration: integer('first_generation').notNull(),
    lastGeneration: integer('last_generation'),
  },
  (table) => [index('merger_institution').on(table.institution)],
);
