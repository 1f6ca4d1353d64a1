import { hash } from 'node:crypto';
import type { SourceRecord } from '../../../../schema/record.ts';
import type { EditionRow, LastGood, NewEdition } from '../../ingest-types.ts';
import type { Connection } from '../connection.ts';
import { writeRecord } from '../registry/rows.ts';
import { type CurrentRow, currentRows } from './current-rows.ts';

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
  fresh: Iterable<FreshRow> & Readonly<{ length: number }>;
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

/** True when the same bytes are read by other code: what differs then was our mistake. */
export const isRereading = (edition: NewEdition, last: LastGood | undefined): boolean =>
  edition.partial !== true &&
  last !== undefined &&
  last.reading !== edition.reading &&
  last.sha256.length === edition.snapshots.length &&
  edition.snapshots.every((page, at) => page.sha256 === last.sha256[at]);

/** Of a source that accumulates only rows of the very pages that are read anew can have been misread. */
const misreadOf = async (
  db: Connection,
  left: readonly CurrentRow[],
  last: LastGood | undefined,
): Promise<readonly CurrentRow[]> => {
  if (last === undefined) return [];
  const pages = await db
    .prepare<[number], number>('SELECT snapshot FROM edition_snapshot WHERE edition = ?')
    .pluck()
    .all(last.edition);
  return left.filter(({ snapshot }) => pages.includes(snapshot));
};

/** Digest of a record as it is kept. */
const digestOfBody = (body: string): string => hash('sha256', body, 'hex').slice(0, 32);

/**
 * A fetched page that misses a row once may be a bad page: only the second good run without it takes it off the list. What other
 * code does not find on the same page goes at once.
 */
const partGone = (edition: NewEdition, gone: readonly CurrentRow[], rereading: boolean) => {
  const patient = edition.descriptor.how === 'fetched' && !rereading;
  return {
    missing: patient ? gone.filter((row) => row.seen_last === null) : [],
    removed: patient ? gone.filter((row) => row.seen_last !== null) : gone,
  };
};

const freshRow = (at: number, { page, record }: EditionRow): FreshRow => {
  const body = writeRecord(record);
  return { at, page, record, body, digest: digestOfBody(body) };
};

/** Of a first edition every row is fresh. A long one is never in memory as a whole. */
const allFresh = ({ records }: NewEdition): Delta => ({
  fresh: {
    length: records.length,
    *[Symbol.iterator]() {
      let at = 0;
      for (const row of records) {
        yield freshRow(at, row);
        at += 1;
      }
    },
  },
  replaced: [],
  removed: [],
  missing: [],
  returned: [],
  unchanged: 0,
  ids: new Float64Array(records.length),
});

/**
 * Compares an edition with the current rows by key and digest. Rows of a source that accumulates are never missed; rows that are
 * kept count as unchanged. Throws RowsOutOfStep when what is kept does not fit.
 */
export const compareRows = async (
  db: Connection,
  edition: NewEdition,
  last: LastGood | undefined,
): Promise<Delta> => {
  const { open, kept, mustBeNew } = await currentRows(db, edition, last);
  if (last === undefined && open.size === 0 && kept === 0) return allFresh(edition);
  const fresh: FreshRow[] = [];
  const replaced: CurrentRow[] = [];
  const returned: CurrentRow[] = [];
  const ids = new Float64Array(edition.records.length);
  let unchanged = kept;
  let at = 0;
  for (const one of edition.records) {
    const row = freshRow(at, one);
    const { record, digest } = row;
    const known = open.get(record.key);
    open.delete(record.key);
    if (known === undefined) await mustBeNew(record.key);
    ids[at] = known?.id ?? 0;
    if (known?.digest !== digest) {
      if (known) replaced.push(known);
      fresh.push(row);
    } else if (known.seen_last !== null) returned.push(known);
    else unchanged += 1;
    at += 1;
  }
  const rereading = isRereading(edition, last);
  const left = [...open.values()];
  const gone =
    edition.descriptor.accumulates === true ? await misreadOf(db, left, rereading ? last : undefined) : left;
  return { fresh, replaced, returned, unchanged, ids, ...partGone(edition, gone, rereading) };
};
