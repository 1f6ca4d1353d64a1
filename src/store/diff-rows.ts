import type { SourceRecord } from '../../schema/record.ts';

/** One row of a list under the same key, as the last good edition said it and as the new one does. */
export type RowPair = Readonly<{ before: SourceRecord; now: SourceRecord }>;

/** The rows behind the counts of a difference. They are read some at a time when asked for, and none is kept. */
export type DiffRows = Readonly<{
  pairs: () => AsyncIterable<RowPair>;
  /** Rows that are not on the new page: missing for the first time, or removed at once. */
  gone: () => AsyncIterable<SourceRecord>;
  /** Rows under keys the list did not have. */
  gained: () => Iterable<SourceRecord>;
  /** Rows of the edition that were not read anew, since they stand as they were. */
  kept: () => AsyncIterable<SourceRecord>;
}>;

/** How an accepted edition differs from the one before; all zero and `edition` null when it says the same. */
export type EditionDiff = Readonly<{
  edition: number | null;
  added: number;
  changed: number;
  removed: number;
  /** Rows missed for the first time: they stay until a second good run misses them too. */
  missing: number;
  unchanged: number;
}>;

/**
 * What the gate may know of the differences. `changed` counts rows that say something else; `known`: rows on the list before;
 * `fresh`: rows not known in these words; `renumbered`: of them, those that are rows of the last page under other keys;
 * `rereading`: other code read the same page, or one that was released with it; `other-page`: other code read another page.
 */
export type DiffCounts = Omit<EditionDiff, 'edition'> &
  Readonly<{
    known: number;
    fresh: number;
    renumbered: number;
    rereading: boolean | 'other-page';
    rows: DiffRows;
  }>;
