import { parse } from 'csv-parse/sync';
import { ShapeError } from '../../../schema/source.ts';
import { decodeSent } from './plain-text.ts';

/** One line of a table that a person sent; `line` is its number as the file or the sheet counts, from 1. */
export type SentRow = Readonly<{ line: number; hidden: boolean; cells: readonly string[] }>;

/** How a text file writes its table: what stands between cells, whether a `sep=` line says so, how lines end, whether in UTF-16. */
export type TextShape = Readonly<{
  delimiter: string;
  sep: boolean;
  lineEnd: '\r\n' | '\n' | '\r';
  utf16: boolean;
}>;

/** Titles, dates and remarks may stand above a heading; further down it is no heading any more. */
export const SEARCHED_LINES = 30;
const DELIMITERS = [',', ';', '\t', '|', '，'] as const;

type Found = Readonly<{ at: number; known: number }>;

/** The line that holds the most words known as headings; the first of several. */
export const headingIn = (lines: readonly SentRow[], knows: (heading: string) => boolean): Found => {
  let best: Found = { at: -1, known: 0 };
  for (const [at, { cells }] of lines.slice(0, SEARCHED_LINES).entries()) {
    const known = cells.filter((cell) => cell.trim() !== '' && knows(cell.trim())).length;
    if (known > best.known) best = { at, known };
  }
  return best;
};

/** A text without its mark and its `sep=` line; `from` is the number of its first line. */
type Plain = Readonly<{
  text: string;
  from: number;
  delimiter: string | null;
  lineEnd: TextShape['lineEnd'];
}>;

const lineEndOf = (text: string): TextShape['lineEnd'] => {
  const [first = '\n'] = /\r+\n?|\n/.exec(text) ?? [];
  if (first === '\n') return '\n';
  return first.endsWith('\n') ? '\r\n' : '\r';
};

/** Old and doubled line ends (CR, CR CR LF) are line ends; what a spreadsheet says of its separator is no row. */
const plainOf = (sent: string): Plain => {
  const plain = sent.replace(/^\uFEFF/, '').replace(/\r+\n?/g, '\n');
  const separator = /^sep=(.)\n/i.exec(plain);
  const lineEnd = lineEndOf(sent);
  return separator === null
    ? { text: plain, from: 1, delimiter: null, lineEnd }
    : { text: plain.slice(separator[0].length), from: 2, delimiter: separator[1] ?? null, lineEnd };
};

/** Lines that hold something, at most so many. Without a quote every line end is one: no library is needed, which takes twenty times as long where rows differ in length. */
const splitPlain = ({ text, from }: Plain, delimiter: string, most: number): readonly SentRow[] => {
  const found: SentRow[] = [];
  for (let [at, line] = [0, from]; at < text.length && found.length < most; line += 1) {
    const end = text.indexOf('\n', at);
    const to = end === -1 ? text.length : end;
    if (to > at) found.push({ line, hidden: false, cells: text.slice(at, to).split(delimiter) });
    at = to + 1;
  }
  return found;
};

const split = (plain: Plain, delimiter: string, most: number): readonly SentRow[] => {
  const { text, from } = plain;
  if (!text.includes('"')) return splitPlain(plain, delimiter, most);
  const found: SentRow[] = [];
  try {
    parse(text, {
      delimiter,
      recordDelimiter: '\n', // told, since finding it out costs more than splitting where the first line is long
      relaxColumnCount: true,
      skipEmptyLines: true,
      relaxQuotes: true, // other programs write a quote within a cell as it is
      ...(most === Number.POSITIVE_INFINITY ? {} : { to: most }),
      onRecord: (cells: string[], { lines }) => {
        found.push({ line: lines + from - 1, hidden: false, cells });
        return null;
      },
    });
    return found;
  } catch (cause) {
    throw new ShapeError(`the file is not whole CSV: ${cause instanceof Error ? cause.message : cause}`);
  }
};

/** A quote that is never closed may be a quote only under the wrong separator: the others are tried as well. */
const trySplit = (plain: Plain, delimiter: string, most: number): readonly SentRow[] | ShapeError => {
  try {
    return split(plain, delimiter, most);
  } catch (cause) {
    if (cause instanceof ShapeError) return cause;
    throw cause;
  }
};

/** Separators under which the first lines hold a heading, the most words of it first; those of which the first lines cannot be split last. */
const byHeading = (plain: Plain, knows: (heading: string) => boolean): readonly Separated[] =>
  DELIMITERS.map((delimiter) => {
    const lines = trySplit(plain, delimiter, SEARCHED_LINES);
    return { delimiter, known: lines instanceof ShapeError ? -1 : headingIn(lines, knows).known };
  }).sort((a, b) => b.known - a.known);
type Separated = Readonly<{ delimiter: string; known: number }>;

/** A separator that stands in no text: each line is one cell. */
const NONE = '\0';

/** The separator of a text without a known heading, the one that parts all of its first lines into equally many cells; each line is one cell where none does. */
const evenly = (plain: Plain): string =>
  ['\t', ';', '|', ',', '，'].find((delimiter) => {
    const lines = trySplit(plain, delimiter, SEARCHED_LINES);
    const [first, ...others] = lines instanceof ShapeError ? [] : lines.map(({ cells }) => cells.length);
    return first !== undefined && first > 1 && others.every((count) => count === first);
  }) ?? NONE;

/** The separator that a list is written with: no program reads full-width commas back. */
const written = (delimiter: string): string => (delimiter === NONE || delimiter === '，' ? ',' : delimiter);

/** What a table in Markdown or of a terminal has between its heading and its rows, and around them: |---|:---:|, +-----+. */
const RULE = /^[\s+|:=-]+$/u;
const isRule = ({ cells }: SentRow): boolean =>
  RULE.test(cells.join('|')) && cells.some((cell) => cell.includes('-'));

/** The lines of a table that stands between bars (| a | b |): without the empty cells outside of them and the lines of dashes. */
const withoutFrame = (lines: readonly SentRow[]): readonly SentRow[] => {
  const isFramed = ({ cells }: SentRow): boolean =>
    cells.length < 2 || (cells[0]?.trim() === '' && cells.at(-1)?.trim() === '');
  const framed = lines.some(({ cells }) => cells.length > 2) && lines.every(isFramed);
  return framed
    ? lines
        .filter((line) => !isRule(line))
        .map((row) => (row.cells.length < 2 ? row : { ...row, cells: row.cells.slice(1, -1) }))
    : lines;
};

/** The lines that are told apart by a separator, and it; of a heading of one cell it is none, whatever stands in the lines below it. */
const asLines = (
  plain: Plain,
  delimiter: string,
  knows: (heading: string) => boolean,
): readonly SentRow[] | ShapeError => {
  const lines = trySplit(plain, delimiter, Number.POSITIVE_INFINITY);
  if (lines instanceof ShapeError) return lines;
  const { at } = headingIn(lines, knows);
  const single = lines[at]?.cells.length === 1 && !plain.text.includes('"');
  if (single) return split(plain, NONE, Number.POSITIVE_INFINITY);
  return delimiter === '|' ? withoutFrame(lines) : lines;
};

/**
 * A table written as text, split by the separator under which its first lines hold the most words that `knows` knows as headings; and how it is
 * written. Throws `ShapeError` for a web page, an empty file, and what is no table.
 */
export const readSentText = (
  bytes: Uint8Array,
  knows: (heading: string) => boolean,
): Readonly<{ lines: readonly SentRow[]; shape: TextShape }> => {
  const sent = decodeSent(bytes);
  if (sent === null)
    throw new ShapeError('the file is neither UTF-8 nor Chinese text in GB18030; save it as UTF-8');
  if (/^\s*</.test(sent.text.slice(0, 200))) throw new ShapeError('the file is a web page, no table');
  const plain = plainOf(sent.text);
  if (plain.text.trim() === '') throw new ShapeError('the file is empty');
  const { delimiter: told, lineEnd } = plain;
  const utf16 = sent.charset.startsWith('utf-16');
  let [fault, unknown]: [ShapeError | null, boolean] = [null, false];
  for (const { delimiter, known } of told === null
    ? byHeading(plain, knows)
    : [{ delimiter: told, known: 1 }]) {
    const lines = asLines(plain, delimiter, knows);
    if (lines instanceof ShapeError) fault ??= lines;
    else if (known > 0)
      return { lines, shape: { delimiter: written(delimiter), sep: told !== null, lineEnd, utf16 } };
    else unknown = true;
  }
  if (fault !== null || !unknown) throw fault ?? new ShapeError('the file is no table');
  const delimiter = evenly(plain);
  const lines = split(plain, delimiter, Number.POSITIVE_INFINITY);
  const shape = { delimiter: written(delimiter), sep: false, lineEnd, utf16 };
  return { lines: delimiter === '|' ? withoutFrame(lines) : lines, shape };
};
