import type { SourceRecord } from '../../../schema/record.ts';
import { filledCells, tidy } from './row-cells.ts';

/** A change of a row in which only years changed, all of them by the same number. */
export type YearsMoved = Readonly<{
  by: number;
  /** True for a plausible renewal: a term that is ending is prolonged by as much as authorities give. */
  renewal: boolean;
  columns: readonly string[];
}>;

/** Renewals are for five years at most, unless the row's own term is longer. */
const LONGEST_RENEWAL = 5;

const YEAR = /(?<!\d)(?:19|20)\d\d(?=\d{4}(?!\d)|(?!\d))/g;
const DATE_WORD = /^(?:(?:jan|feb|mar|apr|aug|sep|oct|nov|dec)[a-z]*|may|june?|july?|from|to|until)$/i;
const DATE_SIGNS = /^(?:[\d\s\-/.,:：~～—–()（）年月日自从至到起止]|有效期?限?)*$/;

/** Holds nothing but dates: word by word first, since one expression for both takes time that doubles with every "jan". */
const isDated = (text: string): boolean =>
  text !== '' && DATE_SIGNS.test(text.replace(/[a-z]+/gi, (word) => (DATE_WORD.test(word) ? '' : word)));

type Cell = Readonly<{ column: string; before: string; now: string }>;

const changedCells = (before: SourceRecord, now: SourceRecord): readonly Cell[] => {
  const columns = new Set([...filledCells(before), ...filledCells(now)].map(([column]) => column));
  return [...columns].flatMap((column) => {
    const cell = { column, before: tidy(before.raw[column]), now: tidy(now.raw[column]) };
    return cell.before === cell.now ? [] : [cell];
  });
};

/** By how many years the dates of a cell moved; null when it changed in another way. */
const movedBy = ({ before, now }: Cell): number | null => {
  if (before.replace(YEAR, 'Y') !== now.replace(YEAR, 'Y')) return null;
  const [then, today] = [before.match(YEAR) ?? [], now.match(YEAR) ?? []];
  const steps = new Set(then.map((year, at) => Number(today[at]) - Number(year)));
  steps.delete(0);
  const [only = null] = steps;
  return steps.size === 1 ? only : null;
};

/** Every date of a text as a fractional year; a year alone counts as its last day. */
const instants = (text: string): readonly number[] =>
  [...text.matchAll(/(?<!\d)((?:19|20)\d\d)(?:[-/.年]?(0?[1-9]|1[0-2])(?!\d{3}))?/g)].map(
    ([, year, month]) => Number(year) + (month === undefined ? 12 : Number(month)) / 12,
  );

const termOf = (row: SourceRecord): number | null => {
  const dates = Object.values(row.raw)
    .filter((text) => isDated(tidy(text)))
    .flatMap(instants);
  return dates.length < 2 ? null : Math.round(Math.max(...dates) - Math.min(...dates));
};

const isRenewal = (before: SourceRecord, cells: readonly Cell[], by: number, today: string): boolean => {
  if (by < 0 || !cells.every((cell) => isDated(cell.before))) return false;
  const [now = 0] = instants(today);
  const due = Math.max(...cells.flatMap((cell) => instants(cell.before))) <= now + 1;
  return due && (by <= LONGEST_RENEWAL || by === termOf(before));
};

/**
 * Finds a row in which nothing changed but years, all by the same number; null for any other change. `today`: YYYY-MM-DD.
 * It is no renewal when the years moved back, stand within an address or a number, when the term was not due, or for too long.
 */
export const yearsMoved = (before: SourceRecord, now: SourceRecord, today: string): YearsMoved | null => {
  const cells = changedCells(before, now);
  const steps = new Set(cells.map(movedBy));
  const [by = null] = steps;
  if (by === null || steps.size !== 1) return null;
  const columns = cells.map(({ column }) => column);
  return { by, renewal: isRenewal(before, cells, by, today), columns };
};

/** The largest number of rows that moved by one and the same number of years. */
export const mostAlike = (moves: readonly YearsMoved[]): number => {
  const counts = new Map<number, number>();
  for (const { by } of moves) counts.set(by, (counts.get(by) ?? 0) + 1);
  return Math.max(0, ...counts.values());
};

/** True when a row holds a year in one of these columns. */
export const bearsYear = (row: SourceRecord, columns: ReadonlySet<string>): boolean => {
  for (const column of columns) if ((row.raw[column] ?? '').match(YEAR) !== null) return true;
  return false;
};
