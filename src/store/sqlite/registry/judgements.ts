import type { Judgement, NewJudgement, ReviewPair } from '../../../../schema/judgement.ts';
import type { MergeRank } from '../../registry-writer.ts';
import type { Connection } from '../connect.ts';
import { newestGeneration } from '../ingest/sources.ts';

const COLUMNS =
  'one_id AS one, other_id AS other, decision, decided_by AS by, because, decided_at AS at, generation';

/** Keeps a judgement; the next generation is the first to count it. Nothing is ever changed or taken away. */
export const addJudgement = (db: Connection, given: NewJudgement): void => {
  db.prepare(
    `INSERT INTO judgement (one_id, other_id, decision, decided_by, because, decided_at, generation)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(given.one, given.other, given.decision, given.by, given.because, given.at, newestGeneration(db) + 1);
};

/** Every judgement ever given, oldest first. */
export const allJudgements = (db: Connection): readonly Judgement[] =>
  db.prepare<[], Judgement>(`SELECT ${COLUMNS} FROM judgement ORDER BY id`).all();

/** Those that a generation was the first to count. */
export const judgementsOf = (db: Connection, generation: number): readonly Judgement[] =>
  db
    .prepare<[number], Judgement>(`SELECT ${COLUMNS} FROM judgement WHERE generation = ? ORDER BY id`)
    .all(generation);

/** Pairs noticed by linking, oldest first, by the ids in force now; a pair that became one is left out. */
export const allReviewPairs = (db: Connection): readonly ReviewPair[] =>
  db
    .prepare<[], ReviewPair>(
      `SELECT coalesce(a.merged_into, a.id) AS institution, coalesce(b.merged_into, b.id) AS candidate, p.why
       FROM review_pair p JOIN institution a ON a.id = p.institution_id JOIN institution b ON b.id = p.candidate_id
       WHERE coalesce(a.merged_into, a.id) <> coalesce(b.merged_into, b.id) ORDER BY p.id`,
    )
    .all();

/** The generation in which an institution last gained a row: what was judged unsure before it may be asked again. */
export const newestRowOf = (db: Connection, institution: string): number =>
  db
    .prepare<[string, string], number | null>(
      `SELECT max(first_generation) FROM record
       WHERE institution_id IN (SELECT ? UNION ALL SELECT id FROM institution WHERE merged_into = ?)`,
    )
    .pluck()
    .get(institution, institution) ?? 0;

/** True when a judgement waits for publication; `unsure` changes nothing unless it takes an earlier judgement back. */
export const JUDGEMENT_WAITS = `EXISTS (SELECT 1 FROM judgement g WHERE g.generation > ? AND (g.decision <> 'unsure' OR EXISTS (
  SELECT 1 FROM judgement e WHERE e.id < g.id AND e.decision <> 'unsure' AND
    ((e.one_id = g.one_id AND e.other_id = g.other_id) OR (e.one_id = g.other_id AND e.other_id = g.one_id)))))`;

/** What reconcile asks and writes of judgements and mergers, inside its transaction. */
export const judgementWriter = (db: Connection, next: number) => {
  const queue = db.prepare(
    'INSERT OR IGNORE INTO review_pair (institution_id, candidate_id, why, first_generation) VALUES (?, ?, ?, ?)',
  );
  const living = db
    .prepare<[string], string>('SELECT coalesce(merged_into, id) FROM institution WHERE id = ?')
    .pluck();
  const rank = db.prepare<[string], { id: string; official: number; firstGeneration: number }>(
    `SELECT id, first_generation AS firstGeneration, EXISTS (SELECT 1 FROM record r JOIN name n ON n.record = r.id
       WHERE r.institution_id = i.id AND n.official = 1) AS official FROM institution i WHERE id = ?`,
  );
  const set = db.prepare('UPDATE institution SET merged_into = ?, merged_generation = ? WHERE id = ?');
  const close = db.prepare(
    'UPDATE merger SET last_generation = ? WHERE institution_id = ? AND last_generation IS NULL',
  );
  const open = db.prepare('INSERT INTO merger (institution_id, into_id, first_generation) VALUES (?, ?, ?)');
  return {
    queueReview: async (institution: string, candidates: readonly string[], why: string) => {
      for (const candidate of candidates)
        if (living.get(candidate) !== living.get(institution)) queue.run(institution, candidate, why, next);
    },
    judgements: async () => allJudgements(db),
    mergers: async (): Promise<ReadonlyMap<string, string>> =>
      new Map(
        db
          .prepare<[], [string, string]>(
            'SELECT id, merged_into FROM institution WHERE merged_into IS NOT NULL',
          )
          .raw()
          .all(),
      ),
    mergeRank: async (id: string): Promise<MergeRank | undefined> => {
      const found = rank.get(id);
      return found === undefined ? undefined : { ...found, official: found.official === 1 };
    },
    setMerger: async (institution: string, into: string | null) => {
      close.run(next - 1, institution);
      if (into !== null) open.run(institution, into, next);
      set.run(into, into === null ? null : next, institution);
    },
  };
};
