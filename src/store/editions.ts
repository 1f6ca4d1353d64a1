import type { Snapshot } from '../../schema/snapshot.ts';
import type { Connection } from './connect.ts';
import type { LastGood, NewEdition } from './writing.ts';

/** The last accepted edition of a source, or undefined when nothing was ever accepted. */
export const lastGood = (db: Connection, source: string): LastGood | undefined => {
  const row = db
    .prepare<[string], { id: number; as_of: string | null; rows: number; reading: string }>(
      'SELECT id, as_of, rows, reading FROM edition WHERE source = ? ORDER BY id DESC LIMIT 1',
    )
    .get(source);
  if (row === undefined) return undefined;
  const pages = db
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
  };
};

const saveSnapshot = (db: Connection, page: Snapshot): number => {
  db.prepare(
    `INSERT INTO snapshot (sha256, source, page, url, retrieved_at, how, transport, content_type, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  ).run(
    page.sha256,
    page.source,
    page.page,
    page.url,
    page.retrievedAt,
    page.how,
    page.transport,
    page.contentType,
    page.bytes,
  );
  const known = db
    .prepare<[string, string, string], { id: number }>(
      'SELECT id FROM snapshot WHERE sha256 = ? AND source = ? AND page = ?',
    )
    .get(page.sha256, page.source, page.page);
  if (known === undefined) throw new Error(`snapshot ${page.sha256} was not stored`);
  return known.id;
};

/** Begins an edition and keeps its pages; gives its id and theirs, in the order of the pages. */
export const openEdition = (db: Connection, edition: NewEdition, next: number) => {
  const { descriptor } = edition;
  const { lastInsertRowid } = db
    .prepare(
      'INSERT INTO edition (source, generation, as_of, accepted_at, rows, reading) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(descriptor.id, next, descriptor.asOf, edition.acceptedAt, edition.records.length, edition.reading);
  const snapshots = edition.snapshots.map((page) => saveSnapshot(db, page));
  const link = db.prepare('INSERT INTO edition_snapshot (edition, position, snapshot) VALUES (?, ?, ?)');
  snapshots.forEach((snapshot, position) => {
    link.run(lastInsertRowid, position, snapshot);
  });
  return { id: Number(lastInsertRowid), snapshots };
};
