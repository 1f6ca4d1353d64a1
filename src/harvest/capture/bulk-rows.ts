import type { CaptureField } from '../../../schema/capture-field.ts';
import { ShapeError } from '../../../schema/source.ts';
import { readSentTables, type SentTable } from '../../readers/formats/sent-table.ts';
import { AS_OF_COLUMN, MOST_BULK_ROWS } from './bulk-file.ts';
import { type BulkHeadings, bulkHeadings, LOOKED_ON_COLUMN } from './bulk-headings.ts';
import { plainDate } from './captured-fields.ts';

/** One line of a bulk file: its number as the file counts (the header is 1), its fields, the date of its page and the day of the look ('' for none). */
export type BulkRow = Readonly<{
  row: number;
  fields: Readonly<Record<string, string>>;
  asOf: string;
  lookedOn: string;
}>;

/** A workbook of so many rows unfolds to 2 MB with 200,000 tags; reading more would keep other operators waiting. */
const BOOK_LIMITS = { bytes: 3 * 1_048_576, rows: MOST_BULK_ROWS + 100, tags: 300_000 };

const checkHeader = (header: readonly string[], { columnOf, known }: BulkHeadings): void => {
  const named = header.filter((heading) => heading !== '');
  const odd = named.filter((heading) => columnOf(heading) === undefined);
  const columns = named.map(columnOf).filter((column) => column !== undefined);
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (columns.length === 0)
    throw new ShapeError(`the first line holds none of the template's columns: ${known.join(', ')}`);
  if (odd.length > 0)
    throw new ShapeError(`${odd.join(', ')}: no such column; the columns are ${known.join(', ')}`);
  if (twice !== undefined) throw new ShapeError(`the column ${twice} stands there twice`);
};

const rowsOf = ({ heading, rows }: SentTable, { columnOf }: BulkHeadings): readonly BulkRow[] => {
  const columns = heading.map(columnOf);
  return rows.map(({ line, cells }) => {
    const named = columns.flatMap((column, of) =>
      column === undefined ? [] : [[column, cells[of] ?? ''] as const],
    );
    const {
      [AS_OF_COLUMN]: asOf = '',
      [LOOKED_ON_COLUMN]: lookedOn = '',
      ...fields
    } = Object.fromEntries(named);
    return { row: line, fields, asOf: asOf.trim(), lookedOn: plainDate(lookedOn.trim()) ?? lookedOn.trim() };
  });
};

/**
 * The rows of a bulk file (CSV or spreadsheet, told by its first bytes; every sheet with the template's header, in either language
 * and any order). Throws ShapeError for what is no such file, an unknown or repeated column, no row at all, and too many.
 */
export const readBulkRows = (bytes: Uint8Array, fields: readonly CaptureField[]): readonly BulkRow[] => {
  const headings = bulkHeadings(fields);
  const knows = (heading: string): boolean => headings.columnOf(heading) !== undefined;
  const tables = readSentTables(bytes, knows, BOOK_LIMITS);
  if (tables.length === 0) checkHeader([], headings);
  for (const { heading } of tables) checkHeader(heading, headings);
  const rows = tables.flatMap((table) => rowsOf(table, headings));
  if (rows.length === 0) throw new ShapeError('the file holds no row below its header');
  if (rows.length > MOST_BULK_ROWS)
    throw new ShapeError(`the file holds ${rows.length} rows; ${MOST_BULK_ROWS} are the most at once`);
  return rows;
};
