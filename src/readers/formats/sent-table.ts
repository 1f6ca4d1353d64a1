import { parse } from 'csv-parse/sync';
import { ShapeError } from '../../../schema/source.ts';
import type { Grid } from './html-table.ts';
import { decodeSent } from './plain-text.ts';
import { readSheets, type SheetLimits } from './sheet.ts';

/** One line of a table that a person sent; `line` is its number as the file or the sheet counts, from 1. */
export type SentRow = Readonly<{ line: number; hidden: boolean; cells: readonly string[] }>;

/** A table found in a file: one sheet of a workbook, or the whole of a text file. */
export type SentTable = Readonly<{
  /** Null for a text file. */
  sheet: string | null;
  hidden: boolean;
  /** Titles and remarks above the heading. */
  above: readonly SentRow[];
  heading: readonly string[];
  headingLine: number;
  rows: readonly SentRow[];
}>;

/** Titles, dates and remarks may stand above a heading; further down it is no heading any more. */
const SEARCHED_LINES = 30;
const DELIMITERS = [',', ';', '\t', '|'] as const;

type Line = SentRow;
type Found = Readonly<{ at: number; known: number }>;

const isBlank = ({ cells }: Line): boolean => cells.every((cell) => cell.trim() === '');

/** The line that holds the most words known as headings; the first of several. */
const headingIn = (lines: readonly Line[], knows: (heading: string) => boolean): Found => {
  let best: Found = { at: -1, known: 0 };
  for (const [at, { cells }] of lines.slice(0, SEARCHED_LINES).entries()) {
    const known = cells.filter((cell) => cell.trim() !== '' && knows(cell.trim())).length;
    if (known > best.known) best = { at, known };
  }
  return best;
};

const tableOf = (
  lines: readonly Line[],
  knows: (heading: string) => boolean,
  of: Readonly<{ sheet: string | null; hidden: boolean }>,
): SentTable | null => {
  const { at } = headingIn(lines, knows);
  const heading = lines[at];
  if (heading === undefined) return null;
  const cells = heading.cells.map((cell) => cell.trim());
  while (cells.at(-1) === '') cells.pop();
  const [above, rows] = [lines.slice(0, at), lines.slice(at + 1)].map((some) =>
    some.filter((line) => !isBlank(line)),
  );
  return { ...of, above: above ?? [], heading: cells, headingLine: heading.line, rows: rows ?? [] };
};

/** Old and doubled line ends (CR, CR CR LF) are line ends; what a spreadsheet says of its separator is no row. */
const textLines = (text: string): Readonly<{ text: string; delimiter: string | null; from: number }> => {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r+\n?/g, '\n');
  const separator = /^sep=(.)\n/i.exec(plain);
  return separator === null
    ? { text: plain, delimiter: null, from: 1 }
    : { text: plain.slice(separator[0].length), delimiter: separator[1] ?? null, from: 2 };
};

/** Without a quote every line end is one: no library is needed, which takes twenty times as long where rows differ in length. */
const splitPlain = (text: string, delimiter: string, from: number): readonly Line[] =>
  text
    .split('\n')
    .flatMap((line, at) =>
      line === '' ? [] : [{ line: at + from, hidden: false, cells: line.split(delimiter) }],
    );

const split = (text: string, delimiter: string, from: number): readonly Line[] => {
  if (!text.includes('"')) return splitPlain(text, delimiter, from);
  const found: Line[] = [];
  try {
    parse(text, {
      delimiter,
      relaxColumnCount: true,
      skipEmptyLines: true,
      relaxQuotes: true, // other programs write a quote within a cell as it is
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

/** A quote that is never closed may be a quote only under the wrong separator: the others are tried first. */
const trySplit = (text: string, delimiter: string, from: number): readonly Line[] | ShapeError => {
  try {
    return split(text, delimiter, from);
  } catch (cause) {
    if (cause instanceof ShapeError) return cause;
    throw cause;
  }
};

/** A sheet that holds text and no line with a known heading; `first` are the cells of its fullest line among the first. */
type LeftOut = Readonly<{ sheet: string | null; first: readonly string[] }>;

/** What a file holds: its tables, and the sheets that are none. */
export type SentFile = Readonly<{ tables: readonly SentTable[]; leftOut: readonly LeftOut[] }>;

const filled = ({ cells }: Line): number => cells.filter((cell) => cell.trim() !== '').length;

const fullest = (lines: readonly Line[]): readonly string[] =>
  lines
    .slice(0, SEARCHED_LINES)
    .reduce<Line | null>((most, line) => (most === null || filled(line) > filled(most) ? line : most), null)
    ?.cells ?? [];

type Sheet = Readonly<{ sheet: string | null; hidden: boolean; lines: readonly Line[] }>;

const fileOf = (sheets: readonly Sheet[], knows: (heading: string) => boolean): SentFile => {
  const tables: SentTable[] = [];
  const leftOut: LeftOut[] = [];
  for (const { lines, ...of } of sheets) {
    const table = tableOf(lines, knows, of);
    if (table !== null) tables.push(table);
    else if (!lines.every(isBlank)) leftOut.push({ sheet: of.sheet, first: fullest(lines) });
  }
  return { tables, leftOut };
};

const csvFile = (bytes: Uint8Array, knows: (heading: string) => boolean): SentFile => {
  const sent = decodeSent(bytes);
  if (sent === null)
    throw new ShapeError('the file is neither UTF-8 nor Chinese text in GB18030; save it as UTF-8');
  if (/^\s*</.test(sent.text.slice(0, 200))) throw new ShapeError('the file is a web page, no table');
  const { text, delimiter, from } = textLines(sent.text);
  if (text.trim() === '') throw new ShapeError('the file is empty');
  const tried = (delimiter === null ? DELIMITERS : [delimiter]).map((one) => trySplit(text, one, from));
  const read = tried.filter((one): one is readonly Line[] => !(one instanceof ShapeError));
  const best = read
    .map((lines) => ({ lines, known: headingIn(lines, knows).known }))
    .reduce<Readonly<{ lines: readonly Line[]; known: number }> | null>(
      (most, one) => (most === null || one.known > most.known ? one : most),
      null,
    );
  const fault = tried.find((one) => one instanceof ShapeError);
  if (best === null || (best.known === 0 && fault instanceof ShapeError))
    throw fault instanceof ShapeError ? fault : new ShapeError('the file is no table');
  return fileOf([{ sheet: null, hidden: false, lines: best.lines }], knows);
};

const linesOf = (rows: Grid, hidden: ReadonlySet<number>): readonly Line[] =>
  rows.map((cells, at) => ({ line: at + 1, hidden: hidden.has(at), cells }));

const isBook = ([a, b]: Uint8Array): boolean => (a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf);

/**
 * What a file that a person sent holds: its tables, as `readSentTables` says of them, and the sheets that were left out because no
 * heading of them is known.
 */
export const readSentFile = (
  bytes: Uint8Array,
  knows: (heading: string) => boolean,
  limits?: SheetLimits,
): SentFile => {
  if (!isBook(bytes)) return csvFile(bytes, knows);
  const sheets = readSheets(bytes, limits).map(({ name, rows, hidden, hiddenRows }) => ({
    sheet: name,
    hidden,
    lines: linesOf(rows, hiddenRows),
  }));
  return fileOf(sheets, knows);
};

/**
 * The tables in a file that a person sent, told by its bytes: a workbook (every sheet, hidden ones too) or a text file with
 * commas, semicolons, tabs or bars between the cells. The heading is the line with the most words that `knows` knows, among
 * the first thirty; lines above it are titles. A sheet without such a line is left out. Rows keep the number they have in
 * their file, and may have more or fewer cells than the heading. Throws `ShapeError` for what is no table at all.
 */
export const readSentTables = (
  bytes: Uint8Array,
  knows: (heading: string) => boolean,
  limits?: SheetLimits,
): readonly SentTable[] => readSentFile(bytes, knows, limits).tables;

/** Where a row stands, in words for whoever sent the file. */
export const placeOfRow = ({ sheet }: SentTable, { line }: SentRow): string =>
  sheet === null ? `line ${line}` : `sheet "${sheet}", line ${line}`;

/** What is said of a table besides its rows: hidden sheets and rows are read like any other, and that is said. */
export const hiddenIn = (tables: readonly SentTable[]): readonly string[] =>
  tables.flatMap((table) => {
    const rows = table.rows.filter(({ hidden }) => hidden).length;
    const where = table.sheet === null ? 'the file' : `sheet "${table.sheet}"`;
    return [
      ...(table.hidden ? [`${where} is hidden and was read all the same`] : []),
      ...(rows > 0 ? [`${where} has ${rows} hidden rows, which were read all the same`] : []),
    ];
  });
