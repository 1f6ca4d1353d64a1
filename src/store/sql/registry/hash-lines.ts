import type { Descriptor } from '../../../../schema/source.ts';
import type { Connection } from '../connection.ts';
import { descriptorDigest } from '../ingest/sources.ts';

/** Rows read at a time, so that a registry of a million never lies in memory. */
const PAGE = 20_000;

/** Newest edition of every source up to a generation. */
const editionLines = async (db: Connection, next: number): Promise<readonly string[]> =>
  await db
    .prepare<[number], string>(
      `SELECT source || ' ' || coalesce(as_of, '-') || ' ' || rows FROM edition
       WHERE id IN (SELECT max(id) FROM edition WHERE generation <= ? GROUP BY source) ORDER BY source`,
    )
    .pluck()
    .all(next);

const factLines = async (db: Connection): Promise<readonly string[]> =>
  await db
    .prepare<[], string>(
      `SELECT r.source || ' ' || r.key || ' ' || r.digest || ' ' || CASE WHEN r.last_generation IS NULL THEN 1 ELSE 0 END || ' ' || s.sha256 || ' ' || r.row
       FROM record r INDEXED BY record_fact JOIN snapshot s ON s.id = r.snapshot
       WHERE r.kind <> 'institution' AND r.misread = 0 ORDER BY r.source, r.key, r.id`,
    )
    .pluck()
    .all();

/**
 * What the registry hash is made of: descriptors, newest editions, facts and current dossiers, in a fixed order. Lines come many
 * at a time, with line ends between them: one by one, a million of them take longer to hand on than to read.
 * No clock time is in it, so a night replayed from the archive gives the same hash.
 */
export async function* hashLines(
  db: Connection,
  next: number,
  descriptors: ReadonlyMap<string, Descriptor>,
): AsyncIterable<string> {
  for (const [id, descriptor] of descriptors) yield `source ${id} ${descriptorDigest(descriptor)}`;
  for (const line of await editionLines(db, next)) yield `edition ${line}`;
  for (const line of await factLines(db)) yield `fact ${line}`;
  const page = db
    .prepare<[string], string>(
      `SELECT 'dossier ' || institution_id || ' ' || hash FROM dossier INDEXED BY dossier_hash
       WHERE last_generation IS NULL AND institution_id > ? ORDER BY institution_id LIMIT ${PAGE}`,
    )
    .pluck();
  for (
    let lines = await page.all('');
    lines.length > 0;
    lines = await page.all(lines.at(-1)?.split(' ')[1] ?? '')
  )
    yield lines.join('\n');
}
