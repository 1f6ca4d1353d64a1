import type { SentTable } from '../../readers/formats/sent-table.ts';
import type { SentRow } from '../../readers/formats/sent-text.ts';
import { ListFault, sheetWords } from '../list-fault.ts';
import { type meaningOf, NAMING } from './map-columns.ts';

/** A heading printed again on each page, or over two merged lines, is no row. */
export const isHeading = ({ cells }: SentRow, { heading }: SentTable): boolean =>
  heading.every((one, at) => one === (cells[at] ?? '').trim());

/** Whether a line is a heading of another table: two of its cells at least are headings by themselves, and one of them says who is meant. */
const isOtherHeading = ({ cells }: SentRow, meaning: ReturnType<typeof meaningOf>): boolean => {
  const whole = cells.flatMap((cell) => {
    const meant = cell.trim() === '' ? undefined : meaning(cell);
    return meant?.whole === true ? [meant.field] : [];
  });
  return whole.length > 1 && whole.some((field) => NAMING.includes(field));
};

/**
 * The line of a second heading in a table, with rows between the two: what stands under one heading would be read by the other, or not at all. Null
 * where there is none; a heading over several lines is one.
 */
const secondHeading = (table: SentTable, meaning: ReturnType<typeof meaningOf>): number | null => {
  const { above, rows, headingLine } = table;
  const before = above.findIndex((line) => isOtherHeading(line, meaning));
  const between = before === -1 ? 0 : above.length - before - 1;
  if (before !== -1 && between > 0) return above[before]?.line ?? null;
  const after = rows.find(
    (row, at) => at > 0 && row.line > headingLine && !isHeading(row, table) && isOtherHeading(row, meaning),
  );
  return after?.line ?? null;
};

const twoTables = (file: string, { sheet, headingLine }: SentTable, line: number): ListFault => {
  const where = sheetWords(sheet);
  const [first, second] = [Math.min(headingLine, line), Math.max(headingLine, line)];
  return new ListFault({
    en: `${file}${where.en}: line ${first} and line ${second} are headings of two tables; put each table on a sheet or in a file of its own`,
    zh: `${file}${where.zh}：第${first}行和第${second}行是两个表格的表头；请将各表放在不同的工作表或文件中`,
  });
};

/** The fault of a sheet or a text that holds two tables, one below the other; null for any other. */
export const secondTable = (
  file: string,
  table: SentTable,
  meaning: ReturnType<typeof meaningOf>,
): ListFault | null => {
  const second = secondHeading(table, meaning);
  return second === null ? null : twoTables(file, table, second);
};
