import type { BatchField } from '../../schema/lexicon/batch-headings.ts';
import type { TextShape } from '../readers/formats/sent-text.ts';

/** Stands in the place of a number that identifies a person: the number itself is not kept. */
export const REMOVED = '[a number that identifies a person was removed 已移除可识别个人的号码]';

/** Most rows a list may have. */
export const MOST_ROWS = 100_000;

/** One line of a list as it was sent; `line` as the file or the sheet counts, from 1. */
export type ListLine = Readonly<{ line: number; hidden: boolean; cells: readonly string[] }>;

/** Which column, counted from 0, holds which field. */
export type Mapping = Readonly<Partial<Record<BatchField, number>>>;

/** A column that holds a field. */
type FieldColumn = readonly [BatchField, number];

/** One sheet, or the whole of a text file: what stands above its rows, and which columns are read. */
export type ListTable = Readonly<{
  /** Null for a file without sheets. */
  sheet: string | null;
  hidden: boolean;
  above: readonly ListLine[];
  heading: readonly string[];
  headingLine: number;
  mapping: Mapping;
  /** Further columns of treatments, of marks and of places. */
  further: readonly FieldColumn[];
  /** Columns under a heading that is not known, half of whose cells or more are marks: these are read, and the others of theirs are not. */
  marks: readonly number[];
  /** Columns with cells that are not read. */
  unread: readonly number[];
}>;

/** All columns of a table that are read, in their order. */
export const readColumns = ({
  mapping,
  further,
  marks,
}: Pick<ListTable, 'mapping' | 'further' | 'marks'>): readonly FieldColumn[] =>
  [
    ...(Object.entries(mapping) as [BatchField, number][]),
    ...further,
    ...marks.map((at) => ['claim', at] as const),
  ].toSorted(([, a], [, b]) => a - b);

/** A row of a list; `table` is the position of its table. */
export type ListRow = ListLine & Readonly<{ table: number }>;

/** A list as it was read: its tables, their rows in order, and what is to be said of it besides. */
export type List = Readonly<{
  file: string;
  tables: readonly ListTable[];
  rows: readonly ListRow[];
  notes: readonly string[];
  /** How a text file was written, so that its result is written alike; null for a workbook and JSON. */
  text: TextShape | null;
}>;
