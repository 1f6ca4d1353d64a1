import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * A pair of records that could be one institution, with how likely it is. Likely pairs are read as one; of doubtful ones a person is
 * asked, and the answers stand in `judgement`. Made anew for every record that gained or lost a row.
 */
export const reviewPair = sqliteTable(
  'review_pair',
  {
    id: integer('id').primaryKey(),
    institution: text('institution_id').notNull(),
    candidate: text('candidate_id').notNull(),
    why: text('why').notNull(),
    probability: real('probability').notNull().default(0.5),
    /** The generation whose linking noticed it. */
    firstGeneration: integer('first_generation').notNull(),
  },
  (table) => [
    uniqueIndex('review_pair_ids').on(table.institution, table.candidate),
    index('review_pair_candidate').on(table.candidate),
  ],
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
    /** What joined the two: a judgement, or what of the records agrees; null for those of before 0010. */
    why: text('why'),
    probability: real('probability'),
  },
  (table) => [index('merger_institution').on(table.institution)],
);
