import type { Grid } from './html-table.ts';
import { headingIn, readSentText, SEARCHED_LINES, type SentRow, type TextShape } from './sent-text.ts';
import { readSheets, type SheetLimits } from './sheet.ts';

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

const isBlank = ({ cells }: SentRow): boolean => cells.every((cell) => cell.trim() === '');

const tableOf = (
  lines: readonly SentRow[],
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

/** A sheet that holds text and no line with a known heading; `first` are the cells of its fullest line among the first, `lines` all that hold anything. */
export type LeftOut = Readonly<{
  sheet: string | null;
  hidden: boolean;
  first: readonly string[];
  lines: readonly SentRow[];
}>;

/** What a file holds: its tables, the sheets that are none, and of a text file how it is written. */
export type SentFile = Readonly<{
  tables: readonly SentTable[];
  leftOut: readonly LeftOut[];
  text: TextShape | null;
}>;

const filled = ({ cells }: SentRow): number => cells.filter((cell) => cell.trim() !== '').length;

const fullest = (lines: readonly SentRow[]): readonly string[] =>
  lines
    .slice(0, SEARCHED_LINES)
    .reduce<SentRow | null>(
      (most, line) => (most === null || filled(line) > filled(most) ? line : most),
      null,
    )?.cells ?? [];

type Sheet = Readonly<{ sheet: string | null; hidden: boolean; lines: readonly SentRow[] }>;

const fileOf = (
  sheets: readonly Sheet[],
  knows: (heading: string) => boolean,
  text: TextShape | null,
): SentFile => {
  const tables: SentTable[] = [];
  const leftOut: LeftOut[] = [];
  for (const { lines, ...of } of sheets) {
    const table = tableOf(lines, knows, of);
    if (table !== null) tables.push(table);
    else if (!lines.every(isBlank))
      leftOut.push({ ...of, first: fullest(lines), lines: lines.filter((line) => !isBlank(line)) });
  }
  return { tables, leftOut, text };
};

const csvFile = (bytes: Uint8Array, knows: (heading: string) => boolean): SentFile => {
  const { lines, shape } = readSentText(bytes, knows);
  return fileOf([{ sheet: null, hidden: false, lines }], knows, shape);
};

const linesOf = (rows: Grid, hidden: ReadonlySet<number>): readonly SentRow[] =>
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
  return fileOf(sheets, knows, null);
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
