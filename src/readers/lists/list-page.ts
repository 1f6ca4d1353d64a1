import { ShapeError } from '../../../schema/source.ts';
import { decodePage } from '../formats/charset.ts';
import { type Grid, type HtmlTable, htmlContent } from '../formats/html-table.ts';
import { readSheets } from '../formats/sheet.ts';
import { NoHeadingRow, type TableRow, tableRows, type Wanted } from './headings.ts';

/** A page that holds a list: its tables, and the words around them, where titles and dates stand. */
export type ListPage = Readonly<{
  tables: readonly Readonly<{ name: string; rows: Grid }>[];
  words: readonly string[];
  /** True where every table is part of the list (a workbook), false where pages are laid out with tables. */
  allTablesCount: boolean;
}>;

const TITLE_ROWS = 5;

/** Text of a web page. Throws `ShapeError` for an empty page, and for one that opens `<html` and never closes it. */
export const webPage = (body: Uint8Array): string => {
  const { text } = decodePage(body);
  if (text.trim() === '') throw new ShapeError('the page is empty');
  if (!text.trimStart().startsWith('<'))
    throw new ShapeError('the page is no web page', { start: text.slice(0, 80) });
  if (/<html[\s>]/i.test(text) && !/<\/html\s*>/i.test(text))
    throw new ShapeError('the page breaks off: it is never closed');
  return text;
};

const titlesOf = (tables: readonly HtmlTable[]): readonly string[] =>
  tables.flatMap(({ before, rows }) => [before, ...rows.slice(0, 2).map((row) => row[0] ?? '')]);

/** A web page with its tables. */
export const htmlList = (body: Uint8Array): ListPage => {
  const { tables, text } = htmlContent(webPage(body));
  return {
    tables: tables.map(({ rows }, at) => ({ name: `table ${at + 1}`, rows })),
    words: [...text, ...titlesOf(tables)],
    allTablesCount: false,
  };
};

/** A workbook with its sheets, .xlsx or .xls; sheets without any text are left out. */
export const sheetList = (body: Uint8Array): ListPage => {
  const tables = readSheets(body).filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')));
  return {
    tables,
    words: tables.flatMap(({ name, rows }) => [name, ...rows.slice(0, TITLE_ROWS).flat()]),
    allTablesCount: true,
  };
};

/** Serial numbers with a hole or a repetition: a row was lost or doubled on the way. They may begin anew, once a district. */
const checkSerials = (rows: readonly TableRow[]): void => {
  const serials = rows.map(({ cells }) => cells.序号 ?? '');
  if (!serials.every((serial) => /^\d+$/.test(serial))) return;
  const numbers = serials.map(Number);
  const at = numbers.findIndex((number, i) => i > 0 && number !== 1 && number !== (numbers[i - 1] ?? 0) + 1);
  if (numbers[0] !== 1 || at !== -1)
    throw new ShapeError(
      `the serial numbers do not run on: ${numbers[at - 1] ?? 'the list'} is followed by ${numbers[at === -1 ? 0 : at]}`,
    );
};

/**
 * The rows of all tables with these headings, numbered through the page. Throws `ShapeError` when no table has them, when one has
 * others besides, when a workbook holds a sheet that is no such list, and when serial numbers (序号) leave one out or repeat one.
 */
export const listRows = (page: ListPage, wanted: Wanted): readonly TableRow[] => {
  const rows: TableRow[] = [];
  let none: ShapeError | null = null;
  for (const table of page.tables) {
    try {
      const found = tableRows(table.rows, wanted);
      checkSerials(found);
      rows.push(...found.map((row) => ({ ...row, row: rows.length + row.row })));
    } catch (error) {
      if (!(error instanceof NoHeadingRow) || page.allTablesCount) throw error;
      none ??= error;
    }
  }
  if (rows.length > 0) return rows;
  throw none ?? new ShapeError('the page holds no table', { start: page.words.join(' ').slice(0, 200) });
};
