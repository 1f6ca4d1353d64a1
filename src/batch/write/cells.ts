import type { Language } from '../../../schema/base.ts';
import type { ListTable } from '../list.ts';
import { addedColumns, problemColumn } from './added-columns.ts';
import type { AnsweredRow } from './answered.ts';

/** What a spreadsheet program takes for the beginning of a formula, also behind blanks (OWASP, "CSV injection"). */
const FORMULA = /^\s{0,50}[=+\-@\t\r\n＝＋－＠]/u;
/** A number is one, whatever its sign. */
const NUMBER = /^[+-]?\d{1,20}(?:[.,]\d{1,20})?$/;

/** A cell that no spreadsheet program reads as a formula: an apostrophe stands before what could be one. */
export const harmless = (cell: string): string =>
  FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;

const NOT_YET = { en: 'not answered', zh: '未作答' } as const;

/** The heading of a table with the columns that are added, no cell a formula. */
export const headingCells = ({ heading }: ListTable, lang: Language): readonly string[] =>
  [...heading, ...addedColumns.map(({ title }) => title[lang])].map(harmless);

/** A row with what was added to it, in the width of its heading; cells that were beyond the heading come last. No cell is a formula. */
export const rowCells = (
  { row, result }: AnsweredRow,
  { heading }: ListTable,
  lang: Language,
): readonly string[] => {
  const own = heading.map((_, at) => row.cells[at] ?? '');
  const added = addedColumns.map((column) =>
    result === null ? (column === problemColumn ? NOT_YET[lang] : '') : (column.cell(result, lang) ?? ''),
  );
  return [...own, ...added, ...row.cells.slice(heading.length)].map(harmless);
};
