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
function* runsOf(places: Uint32Array): Generator<readonly [place: number, length: number]> {
  for (let at = 0; at < places.length; ) {
    const place = places[at] ?? 0;
    let length = 1;
    while (places[at + length] === place + length) length += 1;
    yield [place, length];
    at += length;
  }
}

/** The new list in the order of the page: kept rows as they were, and between them those just read, as many at a time as stand together. */
const inPageOrder = (
  { width, entries: read, before }: NewRowList,
  readIds: Float64Array,
  { list, places }: Readonly<{ list: RowList | undefined; places: Uint32Array }>,
) => {
  const entries = new Uint8Array((places.length + readIds.length) * width);
  const ids = new Float64Array(places.length + readIds.length);
  let to = 0;
  const copy = (from: Pick<RowList, 'entries' | 'ids'>, place: number, length: number): void => {
    entries.set(from.entries.subarray(place * width, (place + length) * width), to * width);
    ids.set(from.ids.subarray(place, place + length), to);
    to += length;
  };
  for (let row = 0, kept = 0; to < ids.length; ) {
    const next = before[row] ?? places.length;
    if (list !== undefined)
      for (const [place, length] of runsOf(places.subarray(kept, next))) copy(list, place, length);
    kept = next;
    let together = 0;
    while (before[row + together] === next) together += 1;
    copy({ entries: read, ids: readIds }, row, together);
    row += together;
  }
  return { entries, ids };
};

/** Keeps the row list of an edition: entries that stay as they were, and those just read. */
export const saveRowList = async (
  db: Connection,
  source: string,
  edition: number,
  fresh: NewRowList,
  freshIds: Float64Array,
  kept: KeptRows | undefined,
): Promise<void> => {
  const { width } = fresh;
  const { list, places } = kept ?? { list: undefined, places: new Uint32Array() };
  const { entries, ids } = inPageOrder(fresh, freshIds, { list, places });
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
