import type { SourceRecord } from '../../../schema/record.ts';
import { filledCells, tidy } from './cell-words.ts';

/** How the years of a row moved: all of them, or some, by the same number of years, and nothing else changed. */
export type YearsMoved = Readonly<{
  by: number;
  /** True for what a renewal does: terms that have come to their end go on for a term such as authorities give. */
  renewal: boolean;
  columns: readonly string[];
}>;

/** Renewals are for five years at most, unless the row's own term is longer. */
const LONGEST_RENEWAL = 5;

const YEAR = /(?<!\d)(?:19|20)\d\d(?=\d{4}(?!\d)|(?!\d))/g;
const DATE =
  /^(?:[\d\s\-/.,:：~～—–()（）年月日自从至到起止]|有效期?限?|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|from|to|until)+$/i;

type Cell = Readonly<{ column: string; before: string; now: string }>;

const changedCells = (before: SourceRecord, now: SourceRecord): readonly Cell[] => {
  const columns = new Set([...filledCells(before), ...filledCells(now)].map(([column]) => column));
  return [...columns].flatMap((column) => {
    const cell = { column, before: tidy(before.raw[column]), now: tidy(now.raw[column]) };
    return cell.before === cell.now ? [] : [cell];
  });
};

/** By how many years a cell moved; null when it changed otherwise. */
const movedBy = ({ before, now }: Cell): number | null => {
  if (before.replace(YEAR, 'Y') !== now.replace(YEAR, 'Y')) return null;
  const [then, today] = [before.match(YEAR) ?? [], now.match(YEAR) ?? []];
  const steps = new Set(then.map((year, at) => Number(today[at]) - Number(year)));
  steps.delete(0);
  const [only = null] = steps;
  return steps.size === 1 ? only : null;
};

/** Years as fractions, of every date a text prints; a year alone counts to its end. */
const instants = (text: string): readonly number[] =>
  [...text.matchAll(/(?<!\d)((?:19|20)\d\d)(?:[-/.年]?(0?[1-9]|1[0-2])(?!\d{3}))?/g)].map(
    ([, year, month]) => Number(year) + (month === undefined ? 12 : Number(month)) / 12,
  );

const termOf = (row: SourceRecord): number | null => {
  const dates = Object.values(row.raw)
    .filter((text) => DATE.test(tidy(text)))
    .flatMap(instants);
  return dates.length < 2 ? null : Math.round(Math.max(...dates) - Math.min(...dates));
};

const isRenewal = (before: SourceRecord, cells: readonly Cell[], by: number, today: string): boolean => {
  if (by < 0 || !cells.every((cell) => DATE.test(cell.before))) return false;
  const [now = 0] = instants(today);
  const due = Math.max(...cells.flatMap((cell) => instants(cell.before))) <= now + 1;
  return due && (by <= LONGEST_RENEWAL || by === termOf(before));
};

/**
 * Tells a row of which nothing changed but years, all by the same number; null for any other change. `today`: YYYY-MM-DD.
 * Years that moved back, within an address, in a number, for a term that is not due or for too long are no renewal.
 */
export const yearsMoved = (before: SourceRecord, now: SourceRecord, today: string): YearsMoved | null => {
  const cells = changedCells(before, now);
  const steps = new Set(cells.map(movedBy));
  const [by = null] = steps;
  if (by === null || steps.size !== 1) return null;
  const columns = cells.map(({ column }) => column);
  return { by, renewal: isRenewal(before, cells, by, today), columns };
};

/** The number of renewals by one and the same number of years: the most there are. */
export const mostAlike = (moves: readonly YearsMoved[]): number => {
  const counts = new Map<number, number>();
  for (const { by } of moves) counts.set(by, (counts.get(by) ?? 0) + 1);
  return Math.max(0, ...counts.values());
};

/** True when a row prints a year in one of these columns. */
export const bearsYear = (row: SourceRecord, columns: ReadonlySet<string>): boolean => {
  for (const column of columns) if ((row.raw[column] ?? '').match(YEAR) !== null) return true;
  return false;
};
