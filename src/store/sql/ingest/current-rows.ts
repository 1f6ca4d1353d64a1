import type { LastGood, NewEdition } from '../../ingest-types.ts';
import { type KeptRows, RowsOutOfStep } from '../../row-list.ts';
import type { Connection } from '../connection.ts';

/** A row on its list now. `seen_last` is set while it is missing for the first time. */
export type CurrentRow = Readonly<{
  id: number;
  key: string;
  digest: string;
  first_generation: number;
  seen_last: number | null;
  snapshot: number;
}>;

const COLUMNS = 'SELECT id, key, digest, first_generation, seen_last, snapshot FROM record';

/** What the rows of an edition that were read are compared with. */
type CurrentRows = Readonly<{
  /** The rows that could be replaced, or be gone, by key. */
  open: Map<string, CurrentRow>;
  /** How many rows stand as they were and were not read. */
  kept: number;
  /** Throws RowsOutOfStep when a row that is not open has this key already: then two rows of the page have the same key. */
  mustBeNew: (key: string) => Promise<void>;
}>;

const byKey = (rows: readonly CurrentRow[]): Map<string, CurrentRow> =>
  new Map(rows.map((row) => [row.key, row]));

/** All rows of the source, or those with the edition's keys when its rows stand alone. */
const allRows = async (db: Connection, edition: NewEdition): Promise<readonly CurrentRow[]> => {
  const { id } = edition.descriptor;
  if (edition.partial !== true)
    return db
      .prepare<[string], CurrentRow>(`${COLUMNS} WHERE source = ? AND last_generation IS NULL`)
      .all(id);
  const one = db.prepare<[string, string], CurrentRow>(
    `${COLUMNS} WHERE source = ? AND key = ? AND last_generation IS NULL`,
  );
  const found: CurrentRow[] = [];
  for (const { record } of edition.records) found.push(...(await one.all(id, record.key)));
  return found;
};

/** Rows of the last edition that are not kept, and those that were missing before: all that can be gone. */
const rowsNotKept = async (
  db: Connection,
  source: string,
  { list, places }: KeptRows,
): Promise<readonly CurrentRow[]> => {
  const kept = new Uint8Array(list.ids.length);
  for (const place of places) kept[place] = 1;
  const one = db.prepare<[number], CurrentRow>(`${COLUMNS} WHERE id = ? AND last_generation IS NULL`);
  const rows = await db
    .prepare<[string], CurrentRow>(
      `${COLUMNS} INDEXED BY record_marked WHERE marked IS NOT NULL AND source = ? AND last_generation IS NULL
       AND seen_last IS NOT NULL`,
    )
    .all(source);
  for (let place = kept.indexOf(0); place !== -1; place = kept.indexOf(0, place + 1)) {
    const id = list.ids[place] ?? 0;
    const row = await one.get(id);
    if (row === undefined) throw new RowsOutOfStep(`record ${id} is not on the list any more`);
    rows.push(row);
  }
  return rows;
};

const rowsBesideKept = async (db: Connection, edition: NewEdition, kept: KeptRows): Promise<CurrentRows> => {
  const source = edition.descriptor.id;
  const known = db
    .prepare<[string, string], number>(
      'SELECT id FROM record WHERE source = ? AND key = ? AND last_generation IS NULL',
    )
    .pluck();
  return {
    open: byKey(await rowsNotKept(db, source, kept)),
    kept: kept.places.length,
    mustBeNew: async (key) => {
      if ((await known.get(source, key)) !== undefined)
        throw new RowsOutOfStep(`two rows bear the key ${key}`);
    },
  };
};

/** What an edition is compared with. Throws RowsOutOfStep when its kept rows are of another edition than the last one. */
export const currentRows = async (
  db: Connection,
  edition: NewEdition,
  last: LastGood | undefined,
): Promise<CurrentRows> => {
  const { kept } = edition;
  if (kept === undefined)
    return { open: byKey(await allRows(db, edition)), kept: 0, mustBeNew: async () => undefined };
  if (kept.list.edition !== last?.edition || last.reading !== edition.reading)
    throw new RowsOutOfStep('the rows are kept of another edition');
  return rowsBesideKept(db, edition, kept);
};
