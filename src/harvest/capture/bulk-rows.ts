import { ShapeError } from '../../../schema/source.ts';
import { readSentTables, type SentTable } from '../../readers/formats/sent-table.ts';
import { AS_OF_COLUMN } from './search-proof.ts';

/** One line of a bulk file: its number as the file counts (the header is 1), its fields, the date of its page. */
export type BulkRow = Readonly<{ row: number; fields: Readonly<Record<string, string>>; asOf: string }>;

/** Most lines of one bulk file; more are two files. */
export const MOST_BULK_ROWS = 2_000;
/** The largest bulk file, in bytes. */
export const MOST_BULK_BYTES = 4 * 1_048_576;

/** A workbook of so many rows unfolds to 2 MB with 200,000 tags; reading more would keep other operators waiting. */
const BOOK_LIMITS = { bytes: 3 * 1_048_576, rows: MOST_BULK_ROWS + 100, tags: 300_000 };

const checkHeader = (header: readonly string[], columns: readonly string[]): void => {
  const known = [...columns, AS_OF_COLUMN];
  const odd = header.filter((column) => column !== '' && !known.includes(column));
  const twice = header.filter((column, at) => column !== '' && header.indexOf(column) !== at);
  if (!header.some((column) => columns.includes(column)))
    throw new ShapeError(`the first line holds none of the template's columns: ${known.join(', ')}`);
  if (odd.length > 0)
    throw new ShapeError(`${odd.join(', ')}: no such column; the columns are ${known.join(', ')}`);
  if (twice.length > 0) throw new ShapeError(`the column ${twice[0]} stands there twice`);
};

const rowsOf = ({ heading, rows }: SentTable): readonly BulkRow[] =>
  rows.map(({ line, cells }) => {
    const named = heading.flatMap((column, of) =>
      column === '' ? [] : [[column, cells[of] ?? ''] as const],
    );
    const { [AS_OF_COLUMN]: asOf = '', ...fields } = Object.fromEntries(named);
    return { row: line, fields, asOf: asOf.trim() };
  });

/**
 * The rows of a bulk file (CSV or spreadsheet, told by its first bytes; every sheet with the template's header). Throws
 * ShapeError for what is no such file, an unknown or repeated column, no row at all, and too many.
 */
export const readBulkRows = (bytes: Uint8Array, columns: readonly string[]): readonly BulkRow[] => {
  const tables = readSentTables(bytes, (heading) => columns.includes(heading), BOOK_LIMITS);
  if (tables.length === 0) checkHeader([], columns);
  for (const { heading } of tables) checkHeader(heading, columns);
  const rows = tables.flatMap(rowsOf);
  if (rows.length === 0) throw new ShapeError('the file holds no row below its header');
  if (rows.length > MOST_BULK_ROWS)
    throw new ShapeError(`the file holds ${rows.length} rows; ${MOST_BULK_ROWS} are the most at once`);
  return rows;
};
