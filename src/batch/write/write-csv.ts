import type { ListTable } from '../list.ts';
import type { AnsweredList } from './answered.ts';
import { harmless, headingCells, rowCells } from './cells.ts';
import { textWriting } from './text-writing.ts';

/** The lines above the rows of a table: the name of its sheet where there are several, its titles, its heading. */
const beginning = ({ list, lang }: AnsweredList, table: ListTable): readonly (readonly string[])[] => {
  const sheet = list.tables.length > 1 && table.sheet !== null ? [[table.sheet]] : [];
  const above = [...sheet, ...table.above.map(({ cells }) => cells)];
  return [...above.map((cells) => cells.map(harmless)), headingCells(table, lang)];
};

/** A list with its answers as text between separators, written as it came (src/batch/write/text-writing.ts); the tables of a workbook one below the other. */
export async function* csvBytes(answered: AnsweredList): AsyncGenerator<Uint8Array> {
  const { list, lang, parts } = answered;
  const { head, line, bytes } = textWriting(list);
  let begun = 0;
  const begin = (until: number): string => {
    const tables = list.tables.slice(begun, until);
    begun = Math.max(begun, until);
    return tables.flatMap((table) => beginning(answered, table).map(line)).join('');
  };
  yield bytes(head);
  for await (const part of parts) {
    let text = '';
    for (const one of part) {
      const table = list.tables[one.row.table];
      if (table === undefined) continue;
      text += begin(one.row.table + 1) + line(rowCells(one, table, lang));
    }
    yield bytes(text);
  }
  yield bytes(begin(list.tables.length));
}
