import { parse } from 'csv-parse/sync';
import { ShapeError } from '../../../schema/source.ts';
import { decodePage } from '../../readers/formats/charset.ts';
import { readSheets } from '../../readers/formats/sheet.ts';
import { AS_OF_COLUMN } from './search-proof.ts';

/** One line of a bulk file: its number as the file counts (the header is 1), its fields, the date of its page. */
export type BulkRow = Readonly<{ row: number; fields: Readonly<Record<string, string>>; asOf: string }>;

/** Most lines of one bulk file; more are two files. */
export const MOST_BULK_ROWS = 2_000;
/** The largest bulk file, in bytes. */
export const MOST_BULK_BYTES = 4 * 1_048_576;

const gridOf = (bytes: Uint8Array): readonly (readonly string[])[] => {
  const [first, second] = bytes;
  const isBook = (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
  if (isBook) return readSheets(bytes)[0]?.rows ?? [];
  const { text } = decodePage(bytes, 'text/csv');
  try {
    return parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: true });
  } catch (cause) {
    throw new ShapeError(`the file is no CSV: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
};

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

/**
 * The rows of a bulk file (CSV or XLSX, told by its first bytes), the template's header first. Throws ShapeError for what is
 * no such file, an unknown or repeated column, no row at all, and too many.
 */
export const readBulkRows = (bytes: Uint8Array, columns: readonly string[]): readonly BulkRow[] => {
  const [top = [], ...lines] = gridOf(bytes);
  const header = top.map((column) => column.trim());
  checkHeader(header, columns);
  const rows = lines.flatMap((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const named = header.flatMap((column, of) => (column === '' ? [] : [[column, cells[of] ?? ''] as const]));
    const { [AS_OF_COLUMN]: asOf = '', ...fields } = Object.fromEntries(named);
    return [{ row: at + 2, fields, asOf: asOf.trim() }];
  });
  if (rows.length === 0) throw new ShapeError('the file holds no row below its header');
  if (rows.length > MOST_BULK_ROWS)
    throw new ShapeError(`the file holds ${rows.length} rows; ${MOST_BULK_ROWS} are the most at once`);
  return rows;
};
