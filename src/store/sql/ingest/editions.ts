import type { PartialDate } from '../../../../schema/base.ts';
import type { LastGood, NewEdition } from '../../ingest-types.ts';
import type { Connection } from '../connection.ts';
import { saveSnapshot } from './snapshots.ts';

/** Good runs whose median a new edition is compared with. What a person accepted with a reason begins the count anew. */
const GOOD_RUNS = 7;

const goodRuns = async (db: Connection, source: string): Promise<Pick<LastGood, 'goodRows' | 'shape'>> => {
  const runs = await db
    .prepare<[string, string, number], { rows: number; shape: string | null }>(
      `SELECT rows, shape FROM run WHERE source = ? AND state IN ('accepted', 'unchanged') AND rows > 0
         AND id >= coalesce((SELECT max(id) FROM run WHERE source = ? AND state = 'accepted' AND reason IS NOT NULL), 0)
       ORDER BY id DESC LIMIT ?`,
    )
    .all(source, source, GOOD_RUNS);
  const shaped = runs.find(({ shape }) => shape !== null);
  return { goodRows: runs.map(({ rows }) => rows), shape: shaped?.shape ?? null };
};

/** Through the index of marked rows, which are few; of a source there may be a million. */
const MISSING =
  'SELECT count(*) FROM record INDEXED BY record_marked WHERE marked IS NOT NULL AND source = ? AND last_generation IS NULL AND seen_last IS NOT NULL';

/** The last accepted edition of a source, or undefined when nothing was ever accepted. */
export const lastGood = async (db: Connection, source: string): Promise<LastGood | undefined> => {
  const row = await db
    .prepare<[string], { id: number; as_of: string | null; rows: number; reading: string }>(
      'SELECT id, as_of, rows, reading FROM edition WHERE source = ? ORDER BY id DESC LIMIT 1',
    )
    .get(source);
  if (row === undefined) return undefined;
  const pages = await db
    .prepare<[number], { sha256: string }>(
      `SELECT s.sha256 FROM edition_snapshot e JOIN snapshot s ON s.id = e.snapshot
       WHERE e.edition = ? ORDER BY e.position`,
    )
    .all(row.id);
  return {
    edition: row.id,
    asOf: row.as_of,
    rows: row.rows,
    reading: row.reading,
    sha256: pages.map((page) => page.sha256),
    ...(await goodRuns(db, source)),
    missing: (await db.prepare<[string], number>(MISSING).pluck().get(source)) ?? 0,
  };
};

/** The date an edition states: its own, else its descriptor's. */
export const asOfOf = ({ asOf, descriptor }: NewEdition): PartialDate | null =>
  asOf === undefined ? descriptor.asOf : asOf;

/** How many rows an edition has, read anew or kept. */
export const rowCountOf = ({ records, kept }: NewEdition): number =>
  records.length + (kept?.places.length ?? 0);

/** Begins an edition and keeps its pages; gives its id and theirs, in the order of the pages. */
export const openEdition = async (db: Connection, edition: NewEdition, next: number) => {
  const { descriptor } = edition;
  const add = db
    .prepare<unknown[], number>(
      'INSERT INTO edition (source, generation, as_of, accepted_at, rows, reading) VALUES (?, ?, ?, ?, ?, ?) RETURNING id',
    )
    .pluck();
  const { id: source } = descriptor;
  const rows = rowCountOf(edition);
  const id = (await add.get(source, next, asOfOf(edition), edition.acceptedAt, rows, edition.reading)) ?? 0;
  const link = db.prepare('INSERT INTO edition_snapshot (edition, position, snapshot) VALUES (?, ?, ?)');
  const snapshots: number[] = [];
  for (const [position, page] of edition.snapshots.entries()) {
    const snapshot = await saveSnapshot(db, page);
    await link.run(id, position, snapshot);
    snapshots.push(snapshot);
  }
  return { id, snapshots };
};
