import { hash } from 'node:crypto';
import type { SourceRecord } from '../../../../schema/record.ts';
import type { LastGood, NewEdition } from '../../ingest-types.ts';
import type { Connection } from '../connect.ts';
import { writeRecord } from '../registry/rows.ts';

/** A row on its list now. `seen_last` is set while it is missing for the first time. */
export type CurrentRow = Readonly<{
  id: number;
  key: string;
  digest: string;
  first_generation: number;
  seen_last: number | null;
  snapshot: number;
}>;

/** `at`: its place among the records of the edition. */
export type FreshRow = Readonly<{
  at: number;
  page: number;
  record: SourceRecord;
  digest: string;
  body: string;
}>;

/** How an edition differs from the rows that are on the list now. */
export type Delta = Readonly<{
  fresh: readonly FreshRow[];
  replaced: readonly CurrentRow[];
  removed: readonly CurrentRow[];
  /** Missed for the first time: they stay. */
  missing: readonly CurrentRow[];
  /** Missed once, and there again. */
  returned: readonly CurrentRow[];
  unchanged: number;
  /** The ids of the edition's records, in their order; 0 where it has yet to be given (fresh rows). */
  ids: Float64Array;
}>;

export const COLUMNS = 'SELECT id, key, digest, first_generation, seen_last, snapshot FROM record';

/** The rows this edition speaks about: all of its source, or those with its keys when its rows stand alone. */
const currentRows = (db: Connection, edition: NewEdition): Map<string, CurrentRow> => {
  const { id } = edition.descriptor;
  if (edition.partial !== true) {
    const all = db.prepare<[string], CurrentRow>(`${COLUMNS} WHERE source = ? AND last_generation IS NULL`);
    return new Map(all.all(id).map((row) => [row.key, row]));
  }
  const one = db.prepare<[string, string], CurrentRow>(
    `${COLUMNS} WHERE source = ? AND key = ? AND last_generation IS NULL`,
  );
  const rows = edition.records.flatMap(({ record }) => one.all(id, record.key));
  return new Map(rows.map((row) => [row.key, row]));
};

/** True when the same bytes are read by other code: what differs then was our mistake. */
export const isRereading = (edition: NewEdition, last: LastGood | undefined): boolean =>
  edition.partial !== true &&
  last !== undefined &&
  last.reading !== edition.reading &&
  last.sha256.length === edition.snapshots.length &&
  edition.snapshots.every((page, at) => page.sha256 === last.sha256[at]);

/** Of a source that accumulates only rows of the very pages that are read anew can have been misread. */
const misreadOf = (
  db: Connection,
  current: ReadonlyMap<string, CurrentRow>,
  last: LastGood | undefined,
): readonly CurrentRow[] => {
  if (last === undefined) return [];
  const pages = db
    .prepare<[number], number>('SELECT snapshot FROM edition_snapshot WHERE edition = ?')
    .pluck()
    .all(last.edition);
  return [...current.values()].filter(({ snapshot }) => pages.includes(snapshot));
};

/** Digest of a record as it is kept. */
export const digestOfBody = (body: string): string => hash('sha256', body, 'hex').slice(0, 32);

/**
 * A fetched page that misses a row once may be a bad page: only the second good run without it takes it off the list. What other
 * code does not find on the same page goes at once.
 */
export const partGone = (edition: NewEdition, gone: readonly CurrentRow[], rereading: boolean) => {
  const patient = edition.descriptor.how === 'fetched' && !rereading;
  return {
    missing: patient ? gone.filter((row) => row.seen_last === null) : [],
    removed: patient ? gone.filter((row) => row.seen_last !== null) : gone,
  };
};

/** Compares an edition with the current rows by key and digest. Rows of a source that accumulates are never missed. */
export const compareRows = (db: Connection, edition: NewEdition, last: LastGood | undefined): Delta => {
  const current = currentRows(db, edition);
  const fresh: FreshRow[] = [];
  const replaced: CurrentRow[] = [];
  const returned: CurrentRow[] = [];
  const ids = new Float64Array(edition.records.length);
  let unchanged = 0;
  for (const [at, { page, record }] of edition.records.entries()) {
    const body = writeRecord(record);
    const digest = digestOfBody(body);
    const known = current.get(record.key);
    current.delete(record.key);
    ids[at] = known?.id ?? 0;
    if (known?.digest !== digest) {
      if (known) replaced.push(known);
      fresh.push({ at, page, record, digest, body });
    } else if (known.seen_last !== null) returned.push(known);
    else unchanged += 1;
  }
  const rereading = isRereading(edition, last);
  const gone =
    edition.descriptor.accumulates === true
      ? misreadOf(db, current, rereading ? last : undefined)
      : [...current.values()];
  return { fresh, replaced, returned, unchanged, ids, ...partGone(edition, gone, rereading) };
};
