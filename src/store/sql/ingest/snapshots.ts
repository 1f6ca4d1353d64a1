import type { Snapshot } from '../../../../schema/snapshot.ts';
import type { Connection } from '../connection.ts';

/** A snapshot as SQL gives it: its details are text. */
export type SnapshotRow = Omit<Snapshot, 'details'> & Readonly<{ details: string | null }>;

/** Columns of a snapshot `s`, under the names of its type. */
export const SNAPSHOT = `s.sha256, s.source, s.page, s.url, s.retrieved_at AS retrievedAt, s.how, s.transport,
  s.content_type AS contentType, s.bytes, s.details`;

export const readSnapshot = ({ details, ...snapshot }: SnapshotRow): Snapshot =>
  details === null ? snapshot : { ...snapshot, details: JSON.parse(details) as Record<string, string> };

/** Keeps what is known of a page, once; gives its id. The first retrieval of the same bytes stands. */
export const saveSnapshot = async (db: Connection, page: Snapshot): Promise<number> => {
  await db
    .prepare(
      `INSERT INTO snapshot (sha256, source, page, url, retrieved_at, how, transport, content_type, bytes, details)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    )
    .run(
      page.sha256,
      page.source,
      page.page,
      page.url,
      page.retrievedAt,
      page.how,
      page.transport,
      page.contentType,
      page.bytes,
      page.details === undefined ? null : JSON.stringify(page.details),
    );
  const known = await db
    .prepare<[string, string, string], { id: number }>(
      'SELECT id FROM snapshot WHERE sha256 = ? AND source = ? AND page = ?',
    )
    .get(page.sha256, page.source, page.page);
  if (known === undefined) throw new Error(`snapshot ${page.sha256} was not stored`);
  return known.id;
};
