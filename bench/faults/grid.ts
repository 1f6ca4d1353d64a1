import { utils, write as writeBook } from '@e965/xlsx';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { readDocx } from '../../src/readers/formats/docx-table.ts';
import { readSheets } from '../../src/readers/formats/sheet.ts';
import { gbkWorkbook, wordDocument } from '../../test/support/documents.ts';
import { openPdf } from './pdf-page.ts';

export type Rows = readonly (readonly string[])[];

/** A page as rows of cells, whatever its format, and the way back into that format. */
export type PageGrid = Readonly<{
  rows: Rows;
  /** Index of the heading row; titles stand above it. */
  head: number;
  write: (rows: Rows) => Uint8Array;
}>;

const utf8 = new TextEncoder();
const text = (body: Uint8Array): string => new TextDecoder().decode(body);

const headOf = (rows: Rows): number =>
  Math.max(
    0,
    rows.findIndex((row) => new Set(row.filter((cell) => cell !== '')).size >= 2),
  );

const csvCell = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const csvGrid = (body: Uint8Array): PageGrid => ({
  rows: parse(body, { bom: true }) as string[][],
  head: 0,
  write: (rows) => utf8.encode(rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('')),
});

const escaped = (cell: string): string =>
  cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

const htmlRow = (row: readonly string[], tag: string): string =>
  `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;

const htmlGrid = (body: Uint8Array): PageGrid | null => {
  const page = text(body);
  const $ = load(page);
  const tables = $('table').toArray();
  const rowsOf = (table: (typeof tables)[number]): string[][] =>
    $(table)
      .find('tr')
      .toArray()
      .map((row) =>
        $(row)
          .children('td, th')
          .toArray()
          .map((cell) => $(cell).text()),
      );
  const list = tables.toSorted((a, b) => rowsOf(b).length - rowsOf(a).length)[0];
  if (list === undefined) return null;
  const rows = rowsOf(list);
  const head = headOf(rows);
  const write = (changed: Rows): Uint8Array => {
    const again = load(page);
    const inner = changed.map((row, at) => htmlRow(row, at === head ? 'th' : 'td')).join('\n');
    again(again('table').toArray()[tables.indexOf(list)]).html(inner);
    return utf8.encode(again.html());
  };
  return { rows, head, write };
};

const sheetGrid = (body: Uint8Array, legacy: boolean): PageGrid | null => {
  const [first, ...others] = readSheets(body);
  if (first === undefined) return null;
  const single = first.rows.map((row) => (new Set(row).size === 1 ? row.slice(0, 1) : row));
  const head = headOf(single);
  const rows = [...single.slice(0, head), ...first.rows.slice(head)];
  const write = (changed: Rows): Uint8Array => {
    if (legacy) return gbkWorkbook(changed);
    const book = utils.book_new();
    for (const sheet of [{ name: first.name, rows: changed }, ...others])
      utils.book_append_sheet(book, utils.aoa_to_sheet(sheet.rows.map((row) => [...row])), sheet.name);
    return new Uint8Array(writeBook(book, { type: 'buffer', bookType: 'xlsx' }));
  };
  return { rows, head, write };
};

const docxGrid = async (body: Uint8Array): Promise<PageGrid | null> => {
  const { tables, text: words } = await readDocx(body);
  const [first, ...others] = tables;
  if (first === undefined) return null;
  const write = (rows: Rows): Uint8Array =>
    wordDocument([rows, ...others.map((table) => table.rows)], words[0] ?? '');
  return { rows: first.rows, head: 0, write };
};

const printed = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

/** A cell as the member was: figures, truth values and lists stay such where the text still is one. */
const member = (cell: string, was: unknown): unknown => {
  if (typeof was === 'string' || was === undefined || was === null) return cell;
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
};

type Item = Record<string, unknown>;
type Listed = Readonly<{ path: readonly string[]; items: readonly Item[] }>;

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The lists of a document, wherever its members hold them; lists within list items are cells. */
const listsIn = (value: unknown, path: readonly string[]): readonly Listed[] => {
  if (Array.isArray(value)) return value.every(isItem) ? [{ path, items: value }] : [];
  return isItem(value)
    ? Object.entries(value).flatMap(([name, inside]) => listsIn(inside, [...path, name]))
    : [];
};

const put = (value: unknown, [first, ...path]: readonly string[], items: readonly Item[]): unknown =>
  first === undefined || !isItem(value) ? items : { ...value, [first]: put(value[first], path, items) };

const jsonGrid = (body: Uint8Array): PageGrid | null => {
  const page: unknown = JSON.parse(text(body));
  const [longest] = listsIn(page, []).toSorted((a, b) => b.items.length - a.items.length);
  if (longest === undefined) return null;
  const { items, path } = longest;
  const names = [...new Set(items.flatMap((row) => Object.keys(row)))];
  const rows = [names, ...items.map((row) => names.map((name) => printed(row[name])))];
  const write = (changed: Rows): Uint8Array => {
    const [head = [], ...below] = changed;
    const made = below.map((row) =>
      Object.fromEntries(head.map((name, at) => [name, member(row[at] ?? '', items[0]?.[name])])),
    );
    return utf8.encode(JSON.stringify(put(page, path, made)));
  };
  return { rows, head: 0, write };
};

/** Opens a page by the ending of its file name; null for pages without a table. */
export const openGrid = async (file: string, body: Uint8Array): Promise<PageGrid | null> => {
  const ending = file.split('.').at(-1);
  if (ending === 'csv') return csvGrid(body);
  if (ending === 'html') return htmlGrid(body);
  if (ending === 'xlsx' || ending === 'xls') return sheetGrid(body, ending === 'xls');
  if (ending === 'docx') return docxGrid(body);
  if (ending === 'pdf') return openPdf(body);
  return ending === 'json' ? jsonGrid(body) : null;
};
