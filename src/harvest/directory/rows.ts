import { ShapeError } from '../../../schema/source.ts';
import { hiddenIn, placeOfRow, readSentTables, type SentTable } from '../../readers/formats/sent-table.ts';
import type { SentRow } from '../../readers/formats/sent-text.ts';
import { type RowReader, rowReader } from '../../readers/lists/row-reader.ts';

/** Columns a list may have; only the first two must be there. Other columns are left aside and not kept in the rows. */
export const directoryColumns = [
  'name_zh',
  'province',
  'aliases',
  'former_names',
  'name_en',
  'aliases_en',
  'city',
  'district',
  'address',
  'website',
] as const;

const REQUIRED = ['name_zh', 'province'];

/** One row of a user's list: its cells, where it stands in the file, and what is wrong with its shape, if anything. */
export type DirectoryRow = Readonly<{ row: RowReader; where: string; fault: string | null }>;

const columnOf = (heading: string): string => heading.trim().toLowerCase();
const knows = (heading: string): boolean => directoryColumns.some((column) => column === columnOf(heading));

const checkHeading = ({ heading, sheet }: SentTable): readonly string[] => {
  const columns = heading.map(columnOf);
  const where = sheet === null ? 'the heading' : `the heading of sheet "${sheet}"`;
  const missing = REQUIRED.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw new ShapeError(
      `${where} has no column ${missing.join(', ')}; expected ${directoryColumns.join(', ')}, of which name_zh and province are required`,
    );
  const twice = columns.find((column, at) => knows(column) && columns.indexOf(column) !== at);
  if (twice !== undefined) throw new ShapeError(`${where} has the column ${twice} twice`);
  return columns;
};

/** A line with fewer or more cells than the heading: it cannot be known which cell belongs to which column. */
const faultOf = ({ cells }: SentRow, { heading, sheet }: SentTable): string | null => {
  const more = cells.slice(heading.length).some((cell) => cell.trim() !== '');
  if (!more && (sheet !== null || cells.length >= heading.length)) return null;
  return `has ${cells.length} cells where the heading has ${heading.length}`;
};

/**
 * The rows of a user's list, CSV or spreadsheet (all sheets that have the heading), numbered from 1 over all of them. Throws
 * `ShapeError` for a file that is neither, an empty one, and a heading without the columns name_zh and province.
 */
export const directoryRows = (body: Uint8Array): readonly DirectoryRow[] => {
  const tables = readSentTables(body, knows);
  if (tables.length === 0)
    throw new ShapeError(
      `the heading has no column ${REQUIRED.join(', ')}; expected ${directoryColumns.join(', ')}, of which name_zh and province are required`,
    );
  let count = 0;
  return tables.flatMap((table) => {
    const columns = checkHeading(table);
    return table.rows.map((sent) => {
      const raw = columns.flatMap((column, at) => (knows(column) ? [[column, sent.cells[at] ?? '']] : []));
      count += 1;
      const row = rowReader(count, Object.fromEntries(raw));
      return { row, where: placeOfRow(table, sent), fault: faultOf(sent, table) };
    });
  });
};

/** What a person should know of the file besides its rows: hidden sheets and rows were read too. */
export const directoryNotes = (body: Uint8Array): readonly string[] => hiddenIn(readSentTables(body, knows));
