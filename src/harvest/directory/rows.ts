import { parse } from 'csv-parse/sync';
import { ShapeError } from '../../../schema/source.ts';
import { decodeStrictly } from '../../readers/formats/charset.ts';
import { readSheets } from '../../readers/formats/sheet.ts';
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

type Cells = readonly (readonly string[])[];

/** UTF-8, or what a Chinese spreadsheet writes when it is not told otherwise. */
const textOf = (body: Uint8Array): string => {
  const text = decodeStrictly(body, 'utf-8') ?? decodeStrictly(body, 'gb18030');
  if (text === null) throw new ShapeError('the file is neither UTF-8 nor GBK text; save it as UTF-8');
  return text;
};

const csvCells = (body: Uint8Array): Cells => {
  try {
    return parse(textOf(body), { bom: true, relaxColumnCount: false, skipEmptyLines: true });
  } catch (cause) {
    if (cause instanceof ShapeError) throw cause;
    throw new ShapeError(`the file is not whole CSV: ${cause instanceof Error ? cause.message : cause}`);
  }
};

const isZip = (body: Uint8Array): boolean => body[0] === 0x50 && body[1] === 0x4b;

/**
 * The rows of a user's list, CSV or XLSX (its first sheet), numbered from 1, the heading not counted.
 * Throws `ShapeError` for a file that is neither, an empty one, and one without the columns name_zh and province.
 */
export const directoryRows = (body: Uint8Array): readonly RowReader[] => {
  const cells: Cells = isZip(body) ? (readSheets(body)[0]?.rows ?? []) : csvCells(body);
  const [first = [], ...lines] = cells;
  const heading = first.map((cell) => cell.trim().toLowerCase());
  const missing = REQUIRED.filter((column) => !heading.includes(column));
  if (missing.length > 0)
    throw new ShapeError(
      `the heading has no column ${missing.join(', ')}; expected ${directoryColumns.join(', ')}, of which name_zh and province are required`,
    );
  const known = heading.flatMap((column, at) =>
    directoryColumns.some((one) => one === column) ? [[column, at] as const] : [],
  );
  return lines
    .map((line, at) =>
      rowReader(at + 1, Object.fromEntries(known.map(([column, i]) => [column, line[i] ?? '']))),
    )
    .filter(({ raw }) => Object.values(raw).some((cell) => cell.trim() !== ''));
};
