import type { ListTable } from '../list.ts';
import type { AnsweredList } from './answered.ts';
import { harmless, headingCells, rowCells } from './cells.ts';

const quoted = (cell: string): string =>
  /[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** What stands above the rows of a table: the name of its sheet where there are several, its titles, its heading. */
const beginning = ({ list, lang }: AnsweredList, table: ListTable): string => {
  const sheet = list.tables.length > 1 && table.sheet !== null ? [[table.sheet]] : [];
  const above = [...sheet, ...table.above.map(({ cells }) => cells)];
  return [...above.map((cells) => cells.map(harmless)), headingCells(table, lang)].map(lineOf).join('');
};

/** A list with its answers as CSV: UTF-8 with its mark, so that spreadsheets read Chinese; the tables of a workbook one below the other. */
export async function* csvBytes(answered: AnsweredList): AsyncGenerator<Uint8Array> {
  const { list, lang, parts } = answered;
  const encoder = new TextEncoder();
  let begun = 0;
  const begin = (until: number): string => {
    const tables = list.tables.slice(begun, until);
    begun = Math.max(begun, until);
    return tables.map((table) => beginning(answered, table)).join('');
  };
  yield encoder.encode('\uFEFF');
  for await (const part of parts) {
    let text = '';
    for (const one of part) {
      const table = list.tables[one.row.table];
      if (table === undefined) continue;
      text += begin(one.row.table + 1) + lineOf(rowCells(one, table, lang));
    }
    yield encoder.encode(text);
  }
  yield encoder.encode(begin(list.tables.length));
}
