import type { SourceRecord } from '../../../schema/record.ts';
import type { RowPair } from '../../store/diff-rows.ts';
import { filledCells, tidy } from './cell-words.ts';

/** Of one column: cells that say something else, of them those now empty and those cut short, and what it held before. */
export type ColumnChange = Readonly<{
  column: string;
  changed: number;
  emptied: number;
  cut: number;
  /** True when the changed cells hold the very words the others held before: they changed places among the rows. */
  exchanged: boolean;
  /** Cells filled in the last good edition, counted no further than five times the changes. */
  filled: number;
}>;

/** `balance`: digests of the words that went less those that came, whatever their order. */
type Counts = { changed: number; emptied: number; cut: number; filled: number; balance: number };

/** What is counted no further than this many times the changes is more than any rule asks for. */
const ENOUGH = 5;

/** FNV-1a: good enough to tell words apart, cheap enough for every changed cell. */
const digest = (text: string): number => {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum | 0;
};

const isCut = (before: string, now: string): boolean => now !== '' && before.startsWith(now);

const countPair = (columns: Map<string, Counts>, { before, now }: RowPair): void => {
  for (const [column, then] of filledCells(before)) {
    const today = tidy(now.raw[column]);
    if (then === today) continue;
    const counts = columns.get(column) ?? { changed: 0, emptied: 0, cut: 0, filled: 0, balance: 0 };
    counts.changed += 1;
    counts.balance = (counts.balance + digest(then) - digest(today)) | 0;
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
      return [...columns].map(([column, { balance, ...counts }]) => ({
        column,
        ...counts,
        exchanged: counts.changed > 1 && balance === 0,
      }));
    },
  };
};
