import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import type { SourceIssue, SourceRecord } from '../../../schema/record.ts';
import { type Parse, type ParseInput, type RowWisePage, ShapeError } from '../../../schema/source.ts';
import { type RowReader, rowReader } from '../lists/row-reader.ts';
import { rowWiseParser } from '../lists/row-wise-parser.ts';
import { csvLines } from './csv-lines.ts';

const asText = (body: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new ShapeError('the page is not UTF-8 text', { cause: String(cause) });
  }
};

const LINE_END = 0x0a;
const START = 1024;

/** Throws for what is no CSV page: an empty body, a web page (a captcha, a login), or a page cut in its last line. */
const refuseOtherThings = (body: Uint8Array): void => {
  const start = isUtf8(body) ? Buffer.from(body.subarray(0, START)).toString('utf8') : asText(body);
  const text = start.trim() === '' ? asText(body) : start;
  if (text.trim() === '') throw new ShapeError('the page is empty');
  if (/^\s*</.test(text))
    throw new ShapeError('a web page came instead of CSV', { start: text.slice(0, 80) });
  if (body.at(-1) !== LINE_END) throw new ShapeError('the page breaks off: its last line is not closed');
};

const cellsOf = (text: string, lineEnd?: string): readonly (readonly string[])[] => {
  try {
    const recordDelimiter = lineEnd === undefined ? [] : [lineEnd];
    return parse(text, { bom: true, recordDelimiter, relaxColumnCount: false, skipEmptyLines: true });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new ShapeError(`the page is not whole CSV: ${detail}`);
  }
};

const checkHeader = (header: readonly string[], columns: readonly string[]): void => {
  const missing = columns.filter((column) => !header.includes(column));
  const unknown = header.filter((column) => !columns.includes(column));
  if (missing.length === 0 && unknown.length === 0) return;
  const parts = [
    ...(missing.length > 0 ? [`missing column ${missing.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`unknown column ${unknown.join(', ')}`] : []),
  ];
  throw new ShapeError(`the header has changed: ${parts.join('; ')}`, { missing, unknown });
};

/** A CSV page whose lines are known and whose cells are read when asked for; `at` counts from 0. */
type CsvPage = Readonly<{
  header: readonly string[];
  end: string;
  rows: number;
  /** The bytes of a row's line; its cells where lines cannot be told apart without reading them. */
  text(at: number): string | Uint8Array;
  row(at: number): RowReader;
}> &
  Pick<RowWisePage, 'together'>;

type Lines = Readonly<{
  count: number;
  /** What ends a line, and lines together; left out where lines cannot be told apart without reading their cells. */
  end?: string;
  together?: RowWisePage['together'];
  text: (at: number) => string | Uint8Array;
  cells: (at: number) => readonly string[];
}>;

/** Lets the library read the whole page; it says where a fault is. */
const wholeLines = (body: Uint8Array): Lines => {
  const all = cellsOf(asText(body));
  const cells = (at: number): readonly string[] => all[at] ?? [];
  return { count: all.length, text: (at) => JSON.stringify(cells(at)), cells };
};

const QUOTE = '"';

/** One cell from `from` on, and where it ends; null for a quote anywhere but around a whole cell. */
const quotedCell = (text: string, from: number): Readonly<{ cell: string; end: number }> | null => {
  if (text[from] !== QUOTE) {
    const comma = text.indexOf(',', from);
    const end = comma === -1 ? text.length : comma;
    const cell = text.slice(from, end);
    return cell.includes(QUOTE) ? null : { cell, end };
  }
  let close = text.indexOf(QUOTE, from + 1);
  while (close !== -1 && text[close + 1] === QUOTE) close = text.indexOf(QUOTE, close + 2);
  if (close === -1 || (close + 1 < text.length && text[close + 1] !== ',')) return null;
  return { cell: text.slice(from + 1, close).replaceAll('""', QUOTE), end: close + 1 };
};

/** The cells of a line with quotes; null where a quote is misplaced: the library then reads it and names the fault. */
export const splitQuoted = (text: string): readonly string[] | null => {
  const cells: string[] = [];
  for (let from = 0; from <= text.length; ) {
    const read = quotedCell(text, from);
    if (read === null) return null;
    cells.push(read.cell);
    from = read.end + 1;
  }
  return cells;
};

/** Splits a line at its commas, quickly when it holds no quote; the library reads lines whose quotes are misplaced. */
const split = (text: string, end: string): readonly string[] =>
  text.includes(QUOTE) ? (splitQuoted(text) ?? cellsOf(`${text}${end}`, end)[0] ?? []) : text.split(',');

const linesOf = (body: Uint8Array): Lines => {
  const lines = csvLines(body);
  if (lines === null) return wholeLines(body);
  let whole: Lines | null = null;
  let width: number | null = null;
  const cells = (at: number): readonly string[] => {
    try {
      const read = split(lines.text(at), lines.end);
      width ??= at === 0 ? read.length : split(lines.text(0), lines.end).length;
      if (read.length === width) return read;
    } catch (cause) {
      if (!(cause instanceof ShapeError)) throw cause;
    }
    whole ??= wholeLines(body);
    return whole.cells(at);
  };
  const { count, end, line: text, signOf, lines: bytes } = lines;
  return { count, end, text, together: { signOf, bytes }, cells };
};

/**
 * Opens a CSV page (UTF-8, a header row, lines closed). Throws `ShapeError` for an empty body, a web page, a page cut short, a
 * header with another set of columns than `columns`, and a header with nothing below it; `row` throws it for a broken line.
 */
const openCsv = (body: Uint8Array, columns: readonly string[]): CsvPage => {
  refuseOtherThings(body);
  const { count, end = '', text, together, cells } = linesOf(body);
  const header = cells(0);
  checkHeader(header, columns);
  if (count < 2) throw new ShapeError('the page has a header and no rows');
  const row = (at: number): RowReader => {
    const texts = cells(at + 1);
    const raw: Record<string, string> = {};
    for (const [i, column] of header.entries()) raw[column] = texts[i] ?? '';
    return rowReader(at + 1, raw);
  };
  return {
    header,
    end,
    rows: count - 1,
    text: (at) => text(at + 1),
    ...(together && {
      together: {
        signOf: (at) => together.signOf(at + 1),
        bytes: (from, to) => together.bytes(from + 1, to + 1),
      },
    }),
    row,
  };
};

/** The data rows of a CSV page, in order, numbered from 1; cells keep their own spaces in `raw`. Throws as `openCsv` does. */
export const readCsv = (body: Uint8Array, columns: readonly string[]): readonly RowReader[] => {
  const page = openCsv(body, columns);
  return Array.from({ length: page.rows }, (_, at) => page.row(at));
};

/** The parser of a CSV list of which each row is read by itself: `of` takes the row's cells and the descriptor. */
export const csvList = (
  columns: readonly string[],
  of: (row: RowReader, source: ParseInput['source']) => Iterable<SourceRecord | SourceIssue>,
): Parse =>
  rowWiseParser(({ body, source }) => {
    const { header, end, row, ...page } = openCsv(body, columns);
    return { ...page, context: header.join(',') + end, issues: [], read: (at) => of(row(at), source) };
  });
