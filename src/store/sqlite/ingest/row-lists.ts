import type { SourceRecord } from '../../../../schema/record.ts';
import type { KeptRows, NewRowList, RowList } from '../../row-list.ts';
import type { Connection } from '../connect.ts';
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
export const rowList = (db: Connection, source: string): RowList | undefined => {
  const found = db
    .prepare<[string], Stored>(
      'SELECT edition, stamp, facts, width, entries, ids FROM row_list WHERE source = ?',
    )
    .get(source);
  if (found === undefined) return undefined;
  return { ...found, entries: own(found.entries), ids: new Float64Array(own(found.ids).buffer) };
};

/** Records as they are kept now, one after another. */
export function* recordsByIds(db: Connection, ids: Iterable<number>): Generator<SourceRecord> {
  const one = db.prepare<[number], { row: number; body: string }>(
    'SELECT row, body FROM record WHERE id = ?',
  );
  for (const id of ids) {
    const row = one.get(id);
    if (row !== undefined) yield readRecord(row);
  }
}

/** The ids of kept rows. */
export function* idsOf({ list, places }: KeptRows): Generator<number> {
  for (const place of places) yield list.ids[place] ?? 0;
}

/** Keeps the row list of an edition: entries that stay as they were, then those just read. */
export const saveRowList = (
  db: Connection,
  source: string,
  edition: number,
  fresh: NewRowList,
  freshIds: Float64Array,
  kept: KeptRows | undefined,
): void => {
  const { width } = fresh;
  const places = kept?.places ?? new Uint32Array();
  const entries = new Uint8Array(places.length * width + fresh.entries.length);
  const ids = new Float64Array(places.length + freshIds.length);
  const last = kept?.list;
  if (last !== undefined)
    for (const [at, place] of places.entries()) {
      entries.set(last.entries.subarray(place * width, (place + 1) * width), at * width);
      ids[at] = last.ids[place] ?? 0;
    }
  entries.set(fresh.entries, places.length * width);
  ids.set(freshIds, places.length);
  db.prepare(
    `INSERT OR REPLACE INTO row_list (source, edition, stamp, facts, width, entries, ids) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(source, edition, fresh.stamp, fresh.facts, width, entries, new Uint8Array(ids.buffer));
};

/** Deletes the row list of a source: it does not describe the newest edition, so the next reading reads every row. */
export const dropRowList = (db: Connection, source: string): void => {
  db.prepare('DELETE FROM row_list WHERE source = ?').run(source);
};
