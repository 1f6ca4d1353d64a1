import {
  DOUBTFUL,
  type Judgement,
  type NewJudgement,
  type ReviewPair,
} from '../../../../schema/judgement.ts';
import type { MergeRank, MergerReason } from '../../registry-writer.ts';
import type { Connection } from '../connection.ts';
import { newestGeneration } from '../ingest/sources.ts';

const COLUMNS =
  'one_id AS one, other_id AS other, decision, decided_by AS by, because, decided_at AS at, generation';

/** Keeps a judgement; the next generation is the first to count it. Nothing is ever changed or taken away. */
export const addJudgement = async (db: Connection, given: NewJudgement): Promise<void> => {
  await db
    .prepare(
      `INSERT INTO judgement (one_id, other_id, decision, decided_by, because, decided_at, generation)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      given.one,
      given.other,
      given.decision,
      given.by,
      given.because,
      given.at,
      (await newestGeneration(db)) + 1,
    );
};

/** Every judgement ever given, oldest first. */
export const allJudgements = async (db: Connection): Promise<readonly Judgement[]> =>
  await db.prepare<[], Judgement>(`SELECT ${COLUMNS} FROM judgement ORDER BY id`).all();

/** Those that a generation was the first to count. */
export const judgementsOf = async (db: Connection, generation: number): Promise<readonly Judgement[]> =>
  await db
    .prepare<[number], Judgement>(`SELECT ${COLUMNS} FROM judgement WHERE generation = ? ORDER BY id`)
    .all(generation);

const OPEN = `SELECT coalesce(a.merged_into, a.id) AS institution, coalesce(b.merged_into, b.id) AS candidate, p.why, p.probability, p.id
         FROM review_pair p JOIN institution a ON a.id = p.institution_id JOIN institution b ON b.id = p.candidate_id
         WHERE p.probability >= ${DOUBTFUL} AND coalesce(a.merged_into, a.id) <> coalesce(b.merged_into, b.id)`;

/** The same pairs as `allReviewPairs`, in the order in which they were noticed: to count them needs no look at their lists. */
export const unorderedReviewPairs = async (db: Connection): Promise<readonly ReviewPair[]> =>
  await db.prepare<[], ReviewPair>(`SELECT institution, candidate, why FROM (${OPEN}) ORDER BY id`).all();

/**
 * Doubtful pairs of records, by the ids in force now, and pairs likely enough that something else keeps apart. Those whose
 * institutions stand on most lists of authorities come first, then the likelier.
 */
export const allReviewPairs = async (db: Connection): Promise<readonly ReviewPair[]> =>
  await db
    .prepare<[], ReviewPair>(
      `WITH open AS (${OPEN}),
       known AS (
         SELECT coalesce(i.merged_into, i.id) AS institution, count(DISTINCT r.source) AS lists
         FROM institution i JOIN record r ON r.institution_id = i.id AND r.misread = 0
         WHERE coalesce(i.merged_into, i.id) IN (SELECT institution FROM open UNION SELECT candidate FROM open)
           AND EXISTS (SELECT 1 FROM name n WHERE n.record = r.id AND n.official = 1)
         GROUP BY 1)
       SELECT open.institution, open.candidate, open.why FROM open
       LEFT JOIN known one ON one.institution = open.institution LEFT JOIN known other ON other.institution = open.candidate
       ORDER BY CASE WHEN coalesce(one.lists, 0) > coalesce(other.lists, 0) THEN one.lists ELSE coalesce(other.lists, 0) END DESC, open.probability DESC, open.id`,
    )
    .all();

/** The generation in which an institution last gained a row: what was judged unsure before it may be asked again. */
export const newestRowOf = async (db: Connection, institution: string): Promise<number> =>
  (await db
    .prepare<[string, string], number | null>(
      `SELECT max(first_generation) FROM record
       WHERE institution_id IN (SELECT ? UNION ALL SELECT id FROM institution WHERE merged_into = ?)`,
    )
    .pluck()
    .get(institution, institution)) ?? 0;

/** True when a judgement waits for publication; `unsure` changes nothing unless it takes an earlier judgement back. */
export const JUDGEMENT_WAITS = `EXISTS (SELECT 1 FROM judgement g WHERE g.generation > ? AND (g.decision <> 'unsure' OR EXISTS (
  SELECT 1 FROM judgement e WHERE e.id < g.id AND e.decision <> 'unsure' AND
    ((e.one_id = g.one_id AND e.other_id = g.other_id) OR (e.one_id = g.other_id AND e.other_id = g.one_id)))))`;

/** What reconcile asks and writes of judgements and mergers, inside its transaction. */
export const judgementWriter = (db: Connection, next: number) => {
  const rank = db.prepare<[string], MergeRank>(
    `SELECT id, first_generation AS firstGeneration,
       (SELECT coalesce(min(r.rank), 1000) FROM record r WHERE r.institution_id = i.id AND r.misread = 0) AS rank
     FROM institution i WHERE id = ?`,
  );
  const set = db.prepare('UPDATE institution SET merged_into = ?, merged_generation = ? WHERE id = ?');
  const close = db.prepare(
    'UPDATE merger SET last_generation = ? WHERE institution_id = ? AND last_generation IS NULL',
  );
  const open = db.prepare(
    'INSERT INTO merger (institution_id, into_id, first_generation, why, probability) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    judgements: async () => allJudgements(db),
    keepJudgement: async (given: NewJudgement) => addJudgement(db, given),
    mergers: async (): Promise<ReadonlyMap<string, string>> =>
      new Map(
        await db
          .prepare<[], [string, string]>(
            // In words that its index answers: the merged are few, and SQLite would read every institution for IS NOT NULL.
            "SELECT id, merged_into FROM institution WHERE merged_into > ''",
          )
          .raw()
          .all(),
      ),
    mergeRank: async (id: string) => rank.get(id),
    setMerger: async (institution: string, into: string | null, { why, probability }: MergerReason) => {
      await close.run(next - 1, institution);
      if (into !== null) await open.run(institution, into, next, why, probability);
      await set.run(into, into === null ? null : next, institution);
    },
  };
};
