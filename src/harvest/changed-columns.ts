import type { SourceRecord } from '../../schema/record.ts';
import type { RowPair } from '../store/diff-rows.ts';
import { filledCells, tidy } from './said-words.ts';

/** Of one column: cells that say something else, of them those now empty and those cut short, and what it held before. */
export type ColumnChange = Readonly<{
  column: string;
  changed: number;
  emptied: number;
  cut: number;
  /** Cells filled in the last good edition, counted no further than five times the changes. */
  filled: number;
}>;

type Counts = { changed: number; emptied: number; cut: number; filled: number };

/** What is counted no further than this many times the changes is more than any rule asks for. */
const ENOUGH = 5;

const isCut = (before: string, now: string): boolean => now !== '' && before.startsWith(now);

const countPair = (columns: Map<string, Counts>, { before, now }: RowPair): void => {
  for (const [column, then] of filledCells(before)) {
    const today = tidy(now.raw[column]);
    if (then === today) continue;
    const counts = columns.get(column) ?? { changed: 0, emptied: 0, cut: 0, filled: 0 };
    counts.changed += 1;
    if (today === '') counts.emptied += 1;
    if (isCut(then, today)) counts.cut += 1;
    // Filled before and empty now: the count of today's cells below misses these.
    if (today === '') counts.filled += 1;
    columns.set(column, counts);
  }
};

const countFilled = (columns: ReadonlyMap<string, Counts>, records: Iterable<SourceRecord>): void => {
  const open = new Map(columns);
  for (const { raw } of records) {
    if (open.size === 0) return;
    for (const [column, counts] of open) {
      if ((raw[column] ?? '') !== '') counts.filled += 1;
      if (counts.filled > counts.changed * ENOUGH) open.delete(column);
    }
  }
};

/** Counts what changes column by column in rows that are on the list as before; one row after another, none is kept. */
export const columnCounter = () => {
  const columns = new Map<string, Counts>();
  return {
    add: (pair: RowPair): void => countPair(columns, pair),
    /** `records`: all rows of the new edition; they are counted once, no further than any rule asks for. */
    changes: (records: Iterable<SourceRecord>): readonly ColumnChange[] => {
      countFilled(columns, records);
      return [...columns].map(([column, counts]) => ({ column, ...counts }));
    },
  };
};
