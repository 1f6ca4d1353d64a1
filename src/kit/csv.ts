import { parse } from 'csv-parse/sync';
import { ShapeError } from '../../schema/source.ts';
import { type Row, rowOf } from './take.ts';

const asText = (body: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new ShapeError('the page is not UTF-8 text', { cause: String(cause) });
  }
};

/** What a CSV page can never be: nothing at all, a web page (a captcha, a login), or a page cut in its last line. */
const refuseOtherThings = (text: string): void => {
  if (text.trim() === '') throw new ShapeError('the page is empty');
  if (/^\s*</.test(text))
    throw new ShapeError('a web page came instead of CSV', { start: text.slice(0, 80) });
  if (!text.endsWith('\n')) throw new ShapeError('the page breaks off: its last line is not closed');
};

const cellsOf = (text: string): readonly (readonly string[])[] => {
  try {
    return parse(text, { bom: true, relaxColumnCount: false, skipEmptyLines: true });
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new ShapeError(`the page is not whole CSV: ${said}`);
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

/**
 * The data rows of a CSV page (UTF-8, a header row, lines closed), in order, numbered from 1.
 * Cells keep their own spaces in `raw`. Throws `ShapeError` for an empty body, a web page, a page cut short,
 * a header with another set of columns than `columns`, and a header with nothing below it.
 */
export const readCsv = (body: Uint8Array, columns: readonly string[]): readonly Row[] => {
  const text = asText(body);
  refuseOtherThings(text);
  const [header = [], ...lines] = cellsOf(text);
  checkHeader(header, columns);
  if (lines.length === 0) throw new ShapeError('the page has a header and no rows');
  return lines.map((cells, at) =>
    rowOf(at + 1, Object.fromEntries(header.map((column, i) => [column, cells[i] ?? '']))),
  );
};
