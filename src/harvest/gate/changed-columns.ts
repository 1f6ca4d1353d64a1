import type { SourceRecord } from '../../../schema/record.ts';
import type { RowPair } from '../../store/diff-rows.ts';
import { filledCells, tidy } from './row-cells.ts';

/** Of one column: how many cells changed, how many of those are now empty or cut short, and how many were filled before. */
export type ColumnChange = Readonly<{
  column: string;
  changed: number;
  emptied: number;
  cut: number;
  /** True when the changed cells hold, in another order, exactly the texts they held before: cells changed places among rows. */
  exchanged: boolean;
  /** Cells filled in the last good edition, counted no further than five times the changes. */
  filled: number;
}>;

/** `balance`: the sum of the digests of the old texts less that of the new ones; 0 when only their order changed. */
type Counts = { changed: number; emptied: number; cut: number; filled: number; balance: number };

/** Filled cells are counted up to this many times the changes: no rule needs to know more. */
const ENOUGH = 5;

/** FNV-1a: few collisions, and cheap enough for every changed cell. */
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
    // Filled before and empty now: countFilled looks at today's cells only and would miss these.
    if (today === '') counts.filled += 1;
    columns.set(column, counts);
  }
};

const countFilled = async (
  columns: ReadonlyMap<string, Counts>,
  records: AsyncIterable<SourceRecord>,
): Promise<void> => {
  const open = new Map(columns);
  if (open.size === 0) return;
  for await (const { raw } of records) {
    if (open.size === 0) return;
    for (const [column, counts] of open) {
      if ((raw[column] ?? '') !== '') counts.filled += 1;
      if (counts.filled > counts.changed * ENOUGH) open.delete(column);
    }
  }
};

/** Counts changes by column in rows that are still on the list. Rows are looked at one after another; none is kept in memory. */
export const columnCounter = () => {
  const columns = new Map<string, Counts>();
  return {
    add: (pair: RowPair): void => countPair(columns, pair),
    /** `records`: all rows of the new edition, gone through once. */
    changes: async (records: AsyncIterable<SourceRecord>): Promise<readonly ColumnChange[]> => {
      await countFilled(columns, records);
      return [...columns].map(([column, { balance, ...counts }]) => ({
        column,
        ...counts,
        exchanged: counts.changed > 1 && balance === 0,
      }));
    },
  };
};
