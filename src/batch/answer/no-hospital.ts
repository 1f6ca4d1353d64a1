import { batchHeadingWords } from '../../../schema/lexicon/batch-headings.ts';
import type { ListRow, ListTable } from '../list.ts';
import { readColumns } from '../list.ts';

const { totals, remarks } = batchHeadingWords;

/** A text in small letters, without what may stand around a word of a sum: figures, signs and blanks. */
const bare = (cell: string): string => cell.toLowerCase().replaceAll(/[\s\p{P}\p{S}\p{N}]/gu, '');

const isTotal = (cell: string): boolean => totals.includes(bare(cell));

/** A remark names itself before a colon: “Note: prices on request”, 备注：…. */
const isRemark = (cell: string): boolean => {
  const [before = '', ...more] = cell.split(/[:：]/u);
  return more.length > 0 && remarks.includes(bare(before));
};

/** One text over all columns: a line that was merged over the table. */
const isMerged = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell) => cell !== '' && cell === cells[0]);

/** Whether a row is a sum, a remark or a line over the whole table, and so nobody's. `named`: the text that stands where a name should. */
export const isNoHospital = (named: string, { cells }: ListRow, table: ListTable): boolean =>
  isTotal(named) ||
  isRemark(named) ||
  isMerged(readColumns(table).map(([, column]) => (cells[column] ?? '').trim()));
