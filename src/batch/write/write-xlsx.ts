import { Zip, ZipDeflate } from 'fflate';
import type { ListTable } from '../list.ts';
import { columnLetters } from '../list-fault.ts';
import type { AnsweredList } from './answered.ts';
import { harmless, headingCells, rowCells } from './cells.ts';
import { addCounts, noCounts, summaryLines } from './summary.ts';
import { rowXml, sheetBegin, sheetEnd, sheetName, workbookParts } from './workbook-parts.ts';

/** The first moment a ZIP can write: the same list has the same bytes whenever it is written. */
const ZIP_EPOCH = new Date(1980, 0, 1);

const encoder = new TextEncoder();

/** A ZIP that is written part by part; `take` gives the bytes made since it was last asked. */
const openZip = () => {
  let made: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error !== null) fault ??= error;
    else made.push(chunk);
  });
  const entry = (name: string): ZipDeflate => {
    const one = new ZipDeflate(name, { level: 6 });
    one.mtime = ZIP_EPOCH;
    zip.add(one);
    return one;
  };
  const take = (): Uint8Array => {
    if (fault !== null) throw fault;
    const bytes = Buffer.concat(made);
    made = [];
    return bytes;
  };
  return { entry, take, end: () => zip.end() };
};

const push = (entry: ZipDeflate, text: string, last = false): void => entry.push(encoder.encode(text), last);

const width = ({ heading, above }: ListTable): number =>
  Math.max(heading.length, ...above.map(({ cells }) => cells.length)) + 600;

/** Where the rows of a table begin; a list of questions has no heading of its own, so its rows move down by one. */
const shift = ({ headingLine }: ListTable): number => (headingLine === 0 ? 1 : 0);

const beginning = (table: ListTable, letters: readonly string[], lang: AnsweredList['lang']): string => {
  const above = table.above.map(({ line, cells, hidden }) =>
    rowXml(line, letters, cells.map(harmless), hidden),
  );
  return [
    sheetBegin,
    ...above,
    rowXml(table.headingLine + shift(table), letters, headingCells(table, lang)),
  ].join('');
};

const sheetNames = ({ list, lang }: AnsweredList): readonly Readonly<{ name: string; hidden: boolean }>[] => {
  const names: string[] = [];
  for (const { sheet } of list.tables)
    names.push(sheetName(sheet ?? list.file.replace(/\.\w{1,6}$/, ''), names));
  const summary = sheetName(lang === 'zh' ? '汇总' : 'Summary', names);
  return [
    ...names.map((name, at) => ({ name, hidden: list.tables[at]?.hidden === true })),
    { name: summary, hidden: false },
  ];
};

/**
 * A list with its answers as a workbook: its sheets with every row at its own number, and a summary. It is made while it is read, part
 * by part: a hundred thousand rows never lie in memory together.
 */
export async function* xlsxBytes(answered: AnsweredList): AsyncGenerator<Uint8Array> {
  const { list, lang, parts } = answered;
  const { tables } = list;
  const letters = Array.from({ length: Math.max(...tables.map(width)) }, (_, at) => columnLetters(at));
  const zip = openZip();
  for (const [name, text] of Object.entries(workbookParts(sheetNames(answered))))
    push(zip.entry(name), text, true);
  let [at, counts] = [-1, noCounts];
  let sheet: ZipDeflate | null = null;
  const moveTo = (table: number): void => {
    while (at < table) {
      if (sheet !== null) push(sheet, sheetEnd, true);
      at += 1;
      sheet = zip.entry(`xl/worksheets/sheet${at + 1}.xml`);
      const next = tables[at];
      push(sheet, next === undefined ? sheetBegin : beginning(next, letters, lang));
    }
  };
  for await (const part of parts) {
    let text = '';
    for (const one of part) {
      const table = tables[one.row.table];
      if (table === undefined) continue;
      if (one.row.table > at) {
        if (sheet !== null) push(sheet, text);
        text = '';
        moveTo(one.row.table);
      }
      text += rowXml(one.row.line + shift(table), letters, rowCells(one, table, lang), one.row.hidden);
    }
    if (sheet !== null) push(sheet, text);
    counts = addCounts(counts, part);
    yield zip.take();
  }
  moveTo(tables.length);
  const lines = summaryLines(answered, counts).map((cells, line) =>
    rowXml(line + 1, letters, cells.map(harmless)),
  );
  if (sheet !== null) push(sheet, `${lines.join('')}${sheetEnd}`, true);
  zip.end();
  yield zip.take();
}
