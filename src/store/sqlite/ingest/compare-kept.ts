import type { LastGood, NewEdition } from '../../ingest-types.ts';
import { type KeptRows, RowsOutOfStep } from '../../row-list.ts';
import type { Connection } from '../connect.ts';
import { writeRecord } from '../registry/rows.ts';
import {
  COLUMNS,
  type CurrentRow,
  type Delta,
  digestOfBody,
  type FreshRow,
  partGone,
} from './compare-rows.ts';

/** Rows of the last edition that are not kept, by key, and those that were missing before: all that can be gone. */
const openRows = (db: Connection, source: string, { list, places }: KeptRows): Map<string, CurrentRow> => {
  const kept = new Uint8Array(list.ids.length);
  for (const place of places) kept[place] = 1;
  const one = db.prepare<[number], CurrentRow>(`${COLUMNS} WHERE id = ? AND last_generation IS NULL`);
  const rows = db
    .prepare<[string], CurrentRow>(
      `${COLUMNS} INDEXED BY record_marked WHERE marked IS NOT NULL AND source = ? AND last_generation IS NULL
       AND seen_last IS NOT NULL`,
    )
    .all(source);
  for (const [place, id] of list.ids.entries()) {
    if (kept[place] === 1) continue;
    const row = one.get(id);
    if (row === undefined) throw new RowsOutOfStep(`record ${id} is not on the list any more`);
    rows.push(row);
  }
  return new Map(rows.map((row) => [row.key, row]));
};

/**
 * Compares what was read anew with the rows that are not kept, as `compareRows` does with all. Throws `RowsOutOfStep` when a row
 * bears the key of one that is kept: then two rows of the page bear it.
 */
export const compareKept = (
  db: Connection,
  edition: NewEdition,
  keptRows: KeptRows,
  last: LastGood | undefined,
): Delta => {
  const source = edition.descriptor.id;
  if (keptRows.list.edition !== last?.edition || last.reading !== edition.reading)
    throw new RowsOutOfStep('the rows are kept of another edition');
  const open = openRows(db, source, keptRows);
  const known = db
    .prepare<[string, string], number>(
      'SELECT id FROM record WHERE source = ? AND key = ? AND last_generation IS NULL',
    )
    .pluck();
  const fresh: FreshRow[] = [];
  const replaced: CurrentRow[] = [];
  const returned: CurrentRow[] = [];
  const ids = new Float64Array(edition.records.length);
  let unchanged = keptRows.places.length;
  for (const [at, { page, record }] of edition.records.entries()) {
    const body = writeRecord(record);
    const digest = digestOfBody(body);
    const before = open.get(record.key);
    open.delete(record.key);
    if (before === undefined && known.get(source, record.key) !== undefined)
      throw new RowsOutOfStep(`two rows bear the key ${record.key}`);
    ids[at] = before?.id ?? 0;
    if (before?.digest !== digest) {
      if (before) replaced.push(before);
      fresh.push({ at, page, record, digest, body });
    } else if (before.seen_last !== null) returned.push(before);
    else unchanged += 1;
  }
  return { fresh, replaced, returned, unchanged, ids, ...partGone(edition, [...open.values()], false) };
};
