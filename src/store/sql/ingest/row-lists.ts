import type { SourceRecord } from '../../../../schema/record.ts';
import type { KeptRows, NewRowList, RowList } from '../../row-list.ts';
import type { Connection } from '../connection.ts';
import { readRecord } from '../registry/rows.ts';

type Stored = Readonly<{
  edition: number;
  stamp: string;
  facts: string;
  width: number;
  entries: Buffer;
  ids: Buffer;
}>;

/** Blobs come at any place of memory; a copy of their own can be read as numbers. */
const own = (bytes: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** The row list of a source; undefined when none was kept. */
export const rowList = async (db: Connection, source: string): Promise<RowList | undefined> => {
  const found = await db
    .prepare<[string], Stored>(
      'SELECT edition, stamp, facts, width, entries, ids FROM row_list WHERE source = ?',
    )
    .get(source);
  if (found === undefined) return undefined;
  return { ...found, entries: own(found.entries), ids: new Float64Array(own(found.ids).buffer) };
};

/** Records as they are kept now, in the order of their ids as they are given; those that are not there any more are left out. */
export const recordsByIds = async (
  db: Connection,
  ids: readonly number[],
): Promise<readonly SourceRecord[]> => {
  const rows = await db
    .prepare<[string], { id: number; row: number; body: string }>(
      'SELECT id, row, body FROM record WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each(?))',
    )
    .all(JSON.stringify(ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [readRecord(row)];
  });
};

/** The ids of kept rows. */
export function* idsOf({ list, places }: KeptRows): Generator<number> {
  for (const place of places) yield list.ids[place] ?? 0;
}

/** Kept rows that follow one another in the list: most stand where they stood, and are copied by thousands. */
function* runsOf(places: Uint32Array): Generator<readonly [at: number, place: number, length: number]> {
  for (let at = 0; at < places.length; ) {
    const place = places[at] ?? 0;
    let length = 1;
    while (places[at + length] === place + length) length += 1;
    yield [at, place, length];
    at += length;
  }
}

/** Keeps the row list of an edition: entries that stay as they were, then those just read. */
export const saveRowList = async (
  db: Connection,
  source: string,
  edition: number,
  fresh: NewRowList,
  freshIds: Float64Array,
  kept: KeptRows | undefined,
): Promise<void> => {
  const { width } = fresh;
  const places = kept?.places ?? new Uint32Array();
  const entries = new Uint8Array(places.length * width + fresh.entries.length);
  const ids = new Float64Array(places.length + freshIds.length);
  const last = kept?.list;
  if (last !== undefined)
    for (const [at, place, length] of runsOf(places)) {
      entries.set(last.entries.subarray(place * width, (place + length) * width), at * width);
      ids.set(last.ids.subarray(place, place + length), at);
    }
  entries.set(fresh.entries, places.length * width);
  ids.set(freshIds, places.length);
  await db
    .prepare(
      `INSERT INTO row_list (source, edition, stamp, facts, width, entries, ids) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (source) DO UPDATE SET edition = excluded.edition, stamp = excluded.stamp, facts = excluded.facts,
       width = excluded.width, entries = excluded.entries, ids = excluded.ids`,
    )
    .run(source, edition, fresh.stamp, fresh.facts, width, entries, new Uint8Array(ids.buffer));
};

/** Deletes the row list of a source: it does not describe the newest edition, so the next reading reads every row. */
export const dropRowList = async (db: Connection, source: string): Promise<void> => {
  await db.prepare('DELETE FROM row_list WHERE source = ?').run(source);
};
