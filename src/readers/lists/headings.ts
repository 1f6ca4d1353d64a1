import { type Heading, listHeadings, personalHeadings } from '../../../schema/lexicon/list-words.ts';
import type { SourceIssue } from '../../../schema/record.ts';
import { ShapeError } from '../../../schema/source.ts';
import type { Grid } from '../formats/html-table.ts';
import { couldTakeBack, unreadColumn } from './row-reader.ts';

/** What a list must have, may have, and has without meaning for us; `also` adds a source's own words for a heading. */
export type Wanted = Readonly<{
  required: readonly Heading[];
  optional?: readonly Heading[];
  /** Columns that are not read on purpose; they stay in `raw`. */
  ignored?: readonly string[];
  also?: Readonly<Record<string, Heading>>;
}>;

/** One row below the heading: cells by our heading, and all of the row's own words except personal ones. */
export type TableRow = Readonly<{
  /** 1-based, heading not counted; rows without any text are not counted either. */
  row: number;
  cells: Readonly<Partial<Record<Heading, string>>>;
  raw: Readonly<Record<string, string>>;
  /** Headings of the table that nobody reads; their cells are kept nowhere, since nobody knows what they hold. */
  unread: readonly string[];
}>;

const SEARCHED_ROWS = 30;

/** A heading for comparing: half-width, without spaces, line breaks and asterisks, in lower case. */
export const tidyHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*]+/g, '')
    .toLowerCase();

const bySynonym = new Map<string, Heading>(
  Object.entries(listHeadings).flatMap(([heading, words]) =>
    words.map((word) => [tidyHeading(word), heading as Heading] as const),
  ),
);
const personal = new Set(personalHeadings.map(tidyHeading));

type Column = Readonly<{ at: number; printed: string; heading: Heading | null }>;

const columnsOf = (row: readonly string[], wanted: Wanted): Column[] => {
  const own = new Map(
    Object.entries(wanted.also ?? {}).map(([word, heading]) => [tidyHeading(word), heading]),
  );
  return row.map((printed, at) => {
    const key = tidyHeading(printed);
    return { at, printed: printed.replace(/\s+/g, ''), heading: own.get(key) ?? bySynonym.get(key) ?? null };
  });
};

const isHeading = (row: readonly string[], wanted: Wanted): boolean => {
  const found = columnsOf(row, wanted).filter((one) => one.heading !== null && one.heading !== '序号');
  return found.length >= Math.min(2, wanted.required.length);
};

/** A column without a heading is named by its number. */
const NUMBERED = /^第\d+列$/;

/** Headings that are neither wanted nor left aside on purpose nor about persons. */
const unknownIn = (columns: readonly Column[], wanted: Wanted): readonly string[] => {
  const known = new Set<string>([...wanted.required, ...(wanted.optional ?? []), '序号']);
  const ignored = new Set((wanted.ignored ?? []).map(tidyHeading));
  return columns
    .filter(({ printed, heading }) => printed !== '' && !(heading !== null && known.has(heading)))
    .map((one) => one.printed)
    .filter((printed) => !ignored.has(tidyHeading(printed)) && !personal.has(tidyHeading(printed)));
};

/**
 * Refuses headings whose meaning is in doubt: a wanted one missing, one twice, text under no heading at all, one that could take
 * back what a row says. Any other column beside all wanted ones changes no meaning: it is left unread, and said (`unreadColumns`).
 */
const complain = (columns: readonly Column[], wanted: Wanted): void => {
  const found = columns.flatMap((one) => one.heading ?? []);
  const missing = wanted.required.filter((heading) => !found.includes(heading));
  const twice = found.filter((heading, at) => found.indexOf(heading) !== at);
  const all = unknownIn(columns, wanted);
  const unknown =
    missing.length > 0 ? all : all.filter((printed) => NUMBERED.test(printed) || couldTakeBack(printed));
  if (missing.length + unknown.length + twice.length === 0) return;
  const differences = [
    ...(missing.length > 0 ? [`missing ${missing.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`unknown ${unknown.join(', ')}`] : []),
    ...(twice.length > 0 ? [`twice ${[...new Set(twice)].join(', ')}`] : []),
  ].join('; ');
  throw new ShapeError(`the headings have changed: ${differences}`, {
    missing,
    unknown,
    twice,
    seen: columns.map((one) => one.printed),
  });
};

const rowAt = (
  cells: readonly string[],
  columns: readonly Column[],
  row: number,
  unread: readonly string[],
): TableRow => {
  const kept = columns.filter(
    ({ printed }) => printed !== '' && !personal.has(tidyHeading(printed)) && !unread.includes(printed),
  );
  const text = ({ at }: Column) => cells[at] ?? '';
  return {
    row,
    cells: Object.fromEntries(
      kept.flatMap((one) => (one.heading === null ? [] : [[one.heading, text(one).trim()]])),
    ),
    raw: Object.fromEntries(kept.map((one) => [one.printed, text(one)])),
    unread,
  };
};

/** Gives a column with text but without a heading its number as a heading (第1列), so that it is reported and not lost. */
const withBlanksNamed = (heading: readonly string[], below: Grid): readonly string[] => {
  const width = below.reduce((most, row) => Math.max(most, row.length), heading.length);
  return Array.from({ length: width }, (_, at) => {
    const printed = heading[at]?.trim() ?? '';
    const filled = printed === '' && below.some((row) => (row[at]?.trim() ?? '') !== '');
    return filled ? `第${at + 1}列` : printed;
  });
};

/** A table that is no such list at all; a page may hold other tables besides. */
export class NoHeadingRow extends ShapeError {}

/**
 * The rows of a list, its heading row found among the first thirty (titles and dates may stand above it) and matched by
 * synonym. A repeated heading row (a new page) is skipped. Throws `NoHeadingRow`, or another `ShapeError` that lists what is missing and what is
 * unknown: nothing is guessed from a column's position.
 */
export const tableRows = (grid: Grid, wanted: Wanted): readonly TableRow[] => {
  const at = grid.slice(0, SEARCHED_ROWS).findIndex((row) => isHeading(row, wanted));
  if (at === -1) {
    const seen = grid.slice(0, 3);
    throw new NoHeadingRow(`no heading row with ${wanted.required.join(', ')}`, {
      missing: wanted.required,
      unknown: [],
      seen,
    });
  }
  const heading = withBlanksNamed(grid[at] ?? [], grid.slice(at + 1));
  const columns = columnsOf(heading, wanted);
  complain(columns, wanted);
  const unread = unknownIn(columns, wanted);
  const same = (grid[at] ?? []).map(tidyHeading).join('|');
  const rows = grid
    .slice(at + 1)
    .filter((row) => row.some((cell) => cell.trim() !== '') && row.map(tidyHeading).join('|') !== same);
  if (rows.length === 0) throw new ShapeError('a heading row with nothing below it', { seen: heading });
  return rows.map((row, index) => rowAt(row, columns, index + 1, unread));
};

/** One issue for each further column of these rows, by its heading alone: what is in it may be about a person. */
export const unreadColumns = (rows: readonly Pick<TableRow, 'unread'>[]): readonly SourceIssue[] =>
  [...new Set(rows.flatMap(({ unread }) => unread))].map(unreadColumn);
