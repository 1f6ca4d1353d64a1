import type { FactRecord } from '../../../../schema/record.ts';
import type { Edition, Reference, ReferenceFact, SourceState } from '../../../../schema/reference.ts';
import type { Descriptor } from '../../../../schema/source.ts';
import type { Connection } from '../connection.ts';
import { descriptorsAt } from '../ingest/sources.ts';
import { dated, evidenceOf, RECORD_COLUMNS, RECORD_JOINS, type RecordRow, readRecord } from './rows.ts';

type EditionRow = Readonly<{
  id: number;
  source: string;
  as_of: string | null;
  accepted_at: string;
  rows: number;
}>;

/** The pages of each edition published after one generation and up to another, in their order. */
const pagesBetween = async (
  db: Connection,
  after: number,
  upTo: number,
): Promise<ReadonlyMap<number, readonly string[]>> => {
  const rows = await db
    .prepare<[number, number], { edition: number; sha256: string }>(
      `SELECT p.edition, s.sha256 FROM edition e JOIN edition_snapshot p ON p.edition = e.id
       JOIN snapshot s ON s.id = p.snapshot WHERE e.generation > ? AND e.generation <= ? ORDER BY p.edition, p.position`,
    )
    .all(after, upTo);
  const byEdition = Map.groupBy(rows, ({ edition }) => edition);
  return new Map([...byEdition].map(([edition, pages]) => [edition, pages.map(({ sha256 }) => sha256)]));
};

/** Editions published after one generation and up to another, by source; an edition once published stays as it is. */
const editionsBetween = async (
  db: Connection,
  after: number,
  upTo: number,
): Promise<ReadonlyMap<string, Edition[]>> => {
  const rows = await db
    .prepare<[number, number], EditionRow>(
      `SELECT e.id, e.source, e.as_of, e.accepted_at, e.rows
       FROM edition e WHERE e.generation > ? AND e.generation <= ? ORDER BY e.id`,
    )
    .all(after, upTo);
  const pages = await pagesBetween(db, after, upTo);
  const editions = rows.map((row) => ({
    id: row.id,
    source: row.source,
    asOf: row.as_of,
    acceptedAt: row.accepted_at,
    rows: row.rows,
    snapshots: [...(pages.get(row.id) ?? [])],
  }));
  return Map.groupBy(editions, (edition) => edition.source);
};

type LastRun = Readonly<{
  source: string;
  at: string;
  state: SourceState['lastRun'];
  refusals: string;
  issue: string | null;
}>;

const lastRuns = async (db: Connection, lastRun: number): Promise<ReadonlyMap<string, LastRun>> =>
  new Map(
    (
      await db
        .prepare<[number], LastRun>(
          `SELECT r.source, r.at, r.state, r.refusals,
           (SELECT coalesce('row ' || i.row || ': ', '') || i.detail FROM issue i WHERE i.run = r.id ORDER BY i.id DESC LIMIT 1) AS issue
         FROM run r WHERE r.id IN (SELECT max(id) FROM run WHERE id <= ? GROUP BY source)`,
        )
        .all(lastRun)
    ).map((row) => [row.source, row]),
  );

/** Every source with its editions up to a generation and its newest run up to `lastRun`; `before`: what is known of an earlier one. */
export const sourceStates = async (
  db: Connection,
  generation: number,
  lastRun: number,
  before?: Reference,
): Promise<ReadonlyMap<string, SourceState>> => {
  const known = before !== undefined && before.generation <= generation ? before : undefined;
  const editions = await editionsBetween(db, known?.generation ?? 0, generation);
  const runs = await lastRuns(db, lastRun);
  const state = ([id, descriptor]: [string, Descriptor]): [string, SourceState] => {
    const run = runs.get(id);
    const refusals = run === undefined ? [] : (JSON.parse(run.refusals) as string[]);
    return [
      id,
      {
        descriptor,
        editions: [...(known?.sources.get(id)?.editions ?? []), ...(editions.get(id) ?? [])],
        lastRunAt: run?.at ?? null,
        lastRun: run?.state ?? null,
        lastIssue: refusals[0] ?? run?.issue ?? null,
      },
    ];
  };
  return new Map([...(await descriptorsAt(db, generation))].map(state));
};

const factsAt = async (
  db: Connection,
  generation: number,
  sources: ReadonlyMap<string, SourceState>,
): Promise<readonly ReferenceFact[]> => {
  const rows = await db
    .prepare<[number], RecordRow>(
      `SELECT ${RECORD_COLUMNS} FROM ${RECORD_JOINS}
       WHERE r.kind <> 'institution' AND r.first_generation <= ?
         AND r.misread = 0 ORDER BY r.source, r.row, r.key, r.id`,
    )
    .all(generation);
  return rows.flatMap((row) => {
    const state = sources.get(row.source);
    if (state === undefined) return [];
    const record = readRecord(row) as FactRecord;
    const current = row.last_generation === null || row.last_generation >= generation;
    const evidence = evidenceOf(row, record, state.descriptor, current);
    return [{ ...record, source: row.source, evidence: dated(evidence, newestAsOf(state)) }];
  });
};

/** The date of the newest edition of a source. */
export const newestAsOf = (state: SourceState | undefined): string | null =>
  state?.editions.at(-1)?.asOf ?? null;

type GenerationRow = Readonly<{ at: string; registry_hash: string; last_run: number }>;

/**
 * Everything a verdict needs besides the dossier, as of one generation; generation 0 is the empty registry. `before`: the same of
 * an earlier one, which spares reading its editions again.
 */
export const loadReference = async (
  db: Connection,
  generation: number,
  before?: Reference,
): Promise<Reference> => {
  const row = await db
    .prepare<[number], GenerationRow>('SELECT at, registry_hash, last_run FROM generation WHERE number = ?')
    .get(generation);
  if (row === undefined) return { generation, registryHash: '', sources: new Map(), facts: [] };
  const sources = await sourceStates(db, generation, row.last_run, before);
  const facts = await factsAt(db, generation, sources);
  return { generation, publishedAt: row.at, registryHash: row.registry_hash, sources, facts };
};
