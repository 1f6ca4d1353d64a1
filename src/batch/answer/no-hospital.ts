import { type BatchField, batchHeadingWords } from '../../../schema/lexicon/batch-headings.ts';
import type { ListRow, ListTable } from '../list.ts';
import { readColumns } from '../list.ts';

const { totals, remarks } = batchHeadingWords;

/** A text in small letters, without what may stand around a word of a sum: figures, signs and blanks. */
const bare = (cell: string): string => cell.toLowerCase().replaceAll(/[\s\p{P}\p{S}\p{N}]/gu, '');

/** What is counted: 共6家, 合计6家医院. */
const COUNTED = /(?<=\d\s?)[家所个条项人例行](?:医院|机构)?$/u;

const isTotal = (cell: string): boolean => totals.includes(bare(cell.replace(COUNTED, '')));

/** Whether a cell is a number alone, or what was counted (39家). */
const isCount = (cell: string): boolean => bare(cell.replace(COUNTED, '')) === '';

/** A remark names itself before a colon: “Note: prices on request”, 备注：…. */
const isRemark = (cell: string): boolean => {
  const [before = '', ...more] = cell.split(/[:：]/u);
  return more.length > 0 && remarks.includes(bare(before));
};

const NAMES: readonly BatchField[] = ['name', 'englishName'];
const NUMBERS: readonly BatchField[] = ['licenceNumber', 'uscc', 'id'];

/** Whether the word of a sum stands beside a count (合计 | 6). A row with a number of a register is about whoever bears it, whatever else it says (全部). */
const isCounted = (named: string, columns: ReturnType<typeof readColumns>, { cells }: ListRow): boolean =>
  isCount(named) &&
  cells.some(isTotal) &&
  !columns.some(([field, column]) => NUMBERS.includes(field) && (cells[column] ?? '').trim() !== '');

/** One text over all columns: a line that was merged over the table. A name that stands in both columns of names is a name. */
const isMerged = (columns: ReturnType<typeof readColumns>, { cells }: ListRow): boolean => {
  const texts = columns.map(([, column]) => (cells[column] ?? '').trim());
  const merged = texts.length > 1 && texts.every((text) => text !== '' && text === texts[0]);
  return merged && columns.some(([field]) => !NAMES.includes(field));
};

/** Whether a row is a sum, a remark or a line over the whole table, and so nobody's. `named`: the text that stands where a name should. */
export const isNoHospital = (named: string, row: ListRow, table: ListTable): boolean =>
  isTotal(named) ||
  isCounted(named, readColumns(table), row) ||
  isRemark(named) ||
  isMerged(readColumns(table), row);
