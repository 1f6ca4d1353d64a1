import type { SourceRecord } from '../../../schema/record.ts';
import type { RowPair } from '../../store/diff-rows.ts';
import { filledCells, tidy } from './row-cells.ts';

/** A text that more rows than this share does not tell which row it was. */
const MOST_ROWS_A_WORD = 8;
/** A single letter or figure under another heading is a coincidence. */
const SHORTEST_WORD = 2;

/**
 * True when a row holds the same texts as before, but under other headings: a cell was lost and its neighbours moved up, or two
 * columns changed places. A row that also gained a new text counts only when two of the old ones moved.
 */
export const isShifted = (before: SourceRecord, now: SourceRecord): boolean => {
  const texts = new Set(filledCells(before).map(([, text]) => text));
  let moved = 0;
  let foreign = 0;
  for (const [heading, text] of filledCells(now)) {
    if (!texts.has(text)) foreign += 1;
    else if (tidy(before.raw[heading]) !== text && text.length >= SHORTEST_WORD) moved += 1;
  }
  return foreign === 0 ? moved >= 1 : foreign === 1 && moved >= 2;
};

/** True when a row lost cells and is otherwise as it was. */
export const isHollowed = (before: SourceRecord, now: SourceRecord): boolean => {
  const left = filledCells(now);
  const kept = left.every(([heading, text]) => tidy(before.raw[heading]) === text);
  return kept && left.length > 0 && left.length < filledCells(before).length;
};

const byWord = (rows: Iterable<SourceRecord>): ReadonlyMap<string, SourceRecord[]> => {
  const words = new Map<string, SourceRecord[]>();
  for (const row of rows)
    for (const [, text] of filledCells(row)) {
      const known = words.get(text);
      if (known === undefined) words.set(text, [row]);
      else known.push(row);
    }
  return words;
};

/** Pairs of a gone and a new row that share a text: they may be one row whose key changed because a cell shifted. */
export function* likelyPairs(
  gone: Iterable<SourceRecord>,
  gained: Iterable<SourceRecord>,
): Iterable<RowPair> {
  const words = byWord(gone);
  if (words.size === 0) return;
  for (const now of gained) {
    const near = new Set<SourceRecord>();
    for (const [, text] of filledCells(now)) {
      const rows = text.length < SHORTEST_WORD ? [] : (words.get(text) ?? []);
      if (rows.length <= MOST_ROWS_A_WORD) for (const row of rows) near.add(row);
    }
    for (const before of near) yield { before, now };
  }
}

/** When more rows than this went and came at once it is another list, which other checks judge. */
const MOST_EXCHANGED = 1_000;

const wordsOf = (rows: readonly SourceRecord[]): string =>
  rows
    .flatMap((row) => filledCells(row).map((cell) => cell.join('\0')))
    .sort()
    .join('\n');

/** How many rows were replaced by as many new ones with, column by column, exactly the same texts: cells changed places among rows. */
export const exchangedRows = (gone: readonly SourceRecord[], gained: Iterable<SourceRecord>): number => {
  const came: SourceRecord[] = [];
  for (const row of gained) if (came.push(row) > Math.min(gone.length, MOST_EXCHANGED)) return 0;
  return came.length >= 2 && came.length === gone.length && wordsOf(came) === wordsOf(gone) ? came.length : 0;
};
