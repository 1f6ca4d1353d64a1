import type { SourceRecord } from '../../schema/record.ts';

/** One row of a list under the same key, as the last good edition said it and as the new one does. */
export type RowPair = Readonly<{ before: SourceRecord; now: SourceRecord }>;

/** The rows behind the counts of a difference. They are read one after another when asked for, and none is kept. */
export type DiffRows = Readonly<{
  pairs: () => Iterable<RowPair>;
  /** Rows that are not on the new page: missing for the first time, or removed at once. */
  gone: () => Iterable<SourceRecord>;
  /** Rows under keys the list did not have. */
  gained: () => Iterable<SourceRecord>;
  /** Rows of the edition that were not read anew, since they stand as they were. */
  kept: () => Iterable<SourceRecord>;
}>;
