import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { ShapeError } from '../../../schema/source.ts';
import { decodeStrictly } from './charset.ts';
import { hiddenRowsIn } from './hidden-rows.ts';
import type { Grid } from './html-table.ts';
import { OverLimit, PasswordProtected } from './over-limit.ts';
import { hasTooManyFormats, tableAlone, tagsIn } from './sheet-xml.ts';
import { readZip, storeZip, ZIP_LIMITS } from './zip.ts';

type Sheet = Readonly<{
  name: string;
  rows: Grid;
  /** Not shown in the spreadsheet program; its rows are read like any other. */
  hidden: boolean;
  /** Rows (counted from 0) that the spreadsheet program does not show. */
  hiddenRows: ReadonlySet<number>;
}>;

/** Limits on what a workbook may hold: bytes it unfolds to, rows of a sheet, tags of all its parts. */
export type SheetLimits = Readonly<{ bytes: number; rows: number; tags: number }>;
/** The largest register has 200,000 rows at most; beyond that a list comes in another form. */
const LIST_LIMITS: SheetLimits = { bytes: 200 * 1_048_576, rows: 200_000, tags: 40_000_000 };
const MAX_COLUMNS = 500;

const kindOf = (body: Uint8Array): 'xlsx' | 'xls' => {
  if (body[0] === 0x50 && body[1] === 0x4b) return 'xlsx';
  if (body[0] === 0xd0 && body[1] === 0xcf && body[2] === 0x11 && body[3] === 0xe0) return 'xls';
  const start = new TextDecoder('latin1').decode(body.subarray(0, 60)).trim();
  throw new ShapeError(
    start.startsWith('<') ? 'a web page came instead of a sheet' : 'the page is no sheet',
    { start },
  );
};

/** A spreadsheet keeps 15 digits of a number. A longer one has lost its last digits, whatever they were. */
const FIRST_LOSSY = 1e15;

/**
 * Whole numbers without thousands separators or exponents: a short number typed as a number stays one. A number that has lost
 * digits is written with its exponent, as the spreadsheet shows it, so that nothing takes it for an identifier.
 */
const textOf = (cell: CellObject | undefined): string => {
  if (cell === undefined || cell.v === undefined || cell.v === null) return '';
  if (cell.v instanceof Date) return cell.v.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof cell.v === 'number' && Number.isInteger(cell.v))
    return Math.abs(cell.v) < FIRST_LOSSY ? cell.v.toFixed(0) : cell.v.toExponential().toUpperCase();
  return cell.t === 's' ? String(cell.v) : (cell.w ?? String(cell.v));
};

/**
 * Excel 95 writes texts as bytes of the author's code page, and the library hands each byte on as one character. In this
 * field they are GBK; bytes that are not stop the run.
 */
const repaired = (text: string): string => {
  const codes = [...text].map((char) => char.codePointAt(0) ?? 0);
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return text;
  const read = decodeStrictly(Uint8Array.from(codes), 'gb18030');
  if (read === null) throw new ShapeError('a legacy workbook with texts in another charset than GBK');
  return read;
};

/** Excel 95 calls its stream Book, all later ones Workbook. */
const isExcel95 = (book: WorkBook & { cfb?: { FullPaths?: readonly string[] } }): boolean =>
  book.cfb?.FullPaths?.some((path) => /\/Book$/i.test(path)) === true;

type Rows = (CellObject | undefined)[][];

/** Repeats the text of merged cells. Overlapping merges, which no program writes, could cover the sheet over and over. */
const repeatMerged = (sheet: WorkSheet, grid: string[][]): void => {
  let left = 2 * grid.length * MAX_COLUMNS;
  for (const { s, e } of sheet['!merges'] ?? []) {
    const [lastRow, lastColumn] = [Math.min(e.r, grid.length - 1), Math.min(e.c, MAX_COLUMNS)];
    left -= Math.max(0, lastRow - s.r + 1) * Math.max(0, lastColumn - s.c + 1);
    if (left < 0) throw new OverLimit('merged cells cover the sheet more than twice');
    const text = grid[s.r]?.[s.c] ?? '';
    for (let row = s.r; row <= lastRow; row += 1) {
      for (let column = s.c; column <= lastColumn; column += 1) {
        const cells = grid[row];
        if (cells !== undefined) while (cells.length <= column) cells.push('');
        if (cells !== undefined) cells[column] = text;
      }
    }
  }
};

const gridOf = (sheet: WorkSheet, fix: (text: string) => string, most: number): Grid => {
  const rows: Rows = sheet['!data'] ?? [];
  if (rows.length >= most) throw new OverLimit(`the sheet has ${most} rows or more`);
  if (rows.some((row) => (row?.length ?? 0) > MAX_COLUMNS))
    throw new OverLimit(`the sheet has over ${MAX_COLUMNS} columns`);
  const grid = Array.from(rows, (row) => Array.from(row ?? [], (cell) => fix(textOf(cell))));
  repeatMerged(sheet, grid);
  return grid;
};

const hiddenRowsOf = (sheet: WorkSheet): ReadonlySet<number> =>
  new Set((sheet['!rows'] ?? []).flatMap((row, at) => (row?.hidden === true ? [at] : [])));

const NONE: ReadonlySet<number> = new Set();

/** Unfolded once, within limits, and handed on unfolded: the library would do it again, slower and without any. */
const open = (body: Uint8Array, limits: SheetLimits) => {
  if (kindOf(body) === 'xls') {
    const book = opened(body, true, limits.rows);
    return { book, hiddenRows: (sheet: string) => hiddenRowsOf(book.Sheets[sheet] ?? {}) };
  }
  const entries = readZip(body, () => true, { ...ZIP_LIMITS, bytes: limits.bytes }).map(tableAlone);
  if (entries.reduce((sum, entry) => sum + tagsIn(entry), 0) > limits.tags)
    throw new OverLimit(`the workbook has more than ${limits.tags} tags`);
  if (entries.some(hasTooManyFormats))
    throw new OverLimit('the workbook has more formats of numbers than any program writes');
  const book = opened(storeZip(entries), false, limits.rows);
  const hidden = hiddenRowsIn(entries, limits.rows);
  return { book, hiddenRows: (sheet: string) => hidden.get(sheet) ?? NONE };
};

/** The stream in which Office keeps an encrypted workbook ([MS-OFFCRYPTO] §2.3.4.4), as UTF-16. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

const opened = (body: Uint8Array, cellStyles: boolean, sheetRows: number) => {
  if (Buffer.from(body.buffer, body.byteOffset, body.length).includes(ENCRYPTED))
    throw new PasswordProtected('the workbook is protected by a password');
  try {
    return read(body, {
      type: 'array',
      dense: true,
      cellDates: true,
      UTC: true,
      bookFiles: true,
      cellStyles,
      sheetRows,
    });
  } catch (cause) {
    // A legacy workbook says it in its second record (FilePass, [MS-XLS] §2.4.117); the library has no class for that fault.
    if (/password|encrypt/i.test(String(cause)))
      throw new PasswordProtected('the workbook is protected by a password', { cause: String(cause) });
    throw new ShapeError('the file is no workbook, or a damaged one', { cause: String(cause) });
  }
};

/**
 * The sheets of a workbook, .xlsx or legacy .xls (Excel 97 and, in GBK, Excel 95), as cell texts; merged cells repeat
 * their text, dates are YYYY-MM-DD. Throws `ShapeError` for anything else, a damaged file, and one that unfolds beyond limits.
 */
export const readSheets = (body: Uint8Array, limits: SheetLimits = LIST_LIMITS): readonly Sheet[] => {
  const { book, hiddenRows } = open(body, limits);
  const fix = isExcel95(book) ? repaired : (text: string) => text;
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined) return [];
    const hidden = (book.Workbook?.Sheets?.find((one) => one.name === name)?.Hidden ?? 0) > 0;
    return [{ name: fix(name), rows: gridOf(sheet, fix, limits.rows), hidden, hiddenRows: hiddenRows(name) }];
  });
};

/** The sheets of all workbooks in a ZIP archive, in its order; names read `file › sheet`. */
export const readZippedSheets = (body: Uint8Array): readonly Sheet[] =>
  readZip(body, (name) => /\.xlsx?$/i.test(name) && !/(^|\/)[._~]/.test(name)).flatMap(({ name, bytes }) =>
    readSheets(bytes).map((sheet) => ({ ...sheet, name: `${name} › ${sheet.name}` })),
  );
