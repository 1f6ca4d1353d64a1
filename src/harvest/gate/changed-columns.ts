import type { RowPair } from '../../store/diff-rows.ts';
import type { EditionFacts } from '../read/edition-facts.ts';
import { filledCells, tidy } from './row-cells.ts';

/** Of one column: how many cells changed, how many of those are now empty or cut short, and how many were filled before. */
export type ColumnChange = Readonly<{
  column: string;
  changed: number;
  emptied: number;
  cut: number;
  /** True when the changed cells hold, in another order, exactly the texts they held before: cells changed places among rows. */
  exchanged: boolean;
  /** Cells of the column that are filled, or were before they changed. */
  filled: number;
}>;

/** `balance`: the sum of the digests of the old texts less that of the new ones; 0 when only their order changed. */
type Counts = { changed: number; emptied: number; cut: number; balance: number };

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
    const counts = columns.get(column) ?? { changed: 0, emptied: 0, cut: 0, balance: 0 };
    counts.changed += 1;
    counts.balance = (counts.balance + digest(then) - digest(today)) | 0;
    if (today === '') counts.emptied += 1;
    if (isCut(then, today)) counts.cut += 1;
    columns.set(column, counts);
  }
};

/** Counts changes by column in rows that are still on the list. Rows are looked at one after another; none is kept in memory. */
export const columnCounter = () => {
  const columns = new Map<string, Counts>();
  return {
    add: (pair: RowPair): void => countPair(columns, pair),
    /** `facts`: counts over all rows of the new edition. */
    changes: ({ headings }: EditionFacts): readonly ColumnChange[] =>
      [...columns].map(([column, { balance, ...counts }]) => ({
        column,
        ...counts,
        exchanged: counts.changed > 1 && balance === 0,
        // Filled before and empty now: today's cells alone would miss these.
        filled: (headings[column]?.filled ?? 0) + counts.emptied,
      })),
  };
};
