import type { Bilingual, Language } from '../../../schema/base.ts';
import type { BatchField } from '../../../schema/lexicon/batch-headings.ts';
import { personalNumberIn } from '../../identifiers/personal-number.ts';
import type { SentFile, SentTable } from '../../readers/formats/sent-table.ts';
import type { SentRow } from '../../readers/formats/sent-text.ts';
import { type List, type ListLine, type ListRow, type ListTable, MOST_ROWS, REMOVED } from '../list.ts';
import { ListFault, NobodyNamed } from '../list-fault.ts';
import { asAbove } from './as-above.ts';
import { isHospital } from './by-contents.ts';
import { meantByWords } from './heading-words.ts';
import { headlessTable } from './headless.ts';
import { hiddenNotes, leftOutNote, nobodyNote, unreadNote } from './list-notes.ts';
import { type ColumnOption, mapColumns, meaningOf } from './map-columns.ts';
import { noWorkbook, readTables } from './read-tables.ts';
import { isHeading, secondTable } from './second-table.ts';

/** The shortest number of a person has 15 digits: a cell with fewer is not looked at any closer. */
const hasDigits = (cell: string): boolean => {
  let count = 0;
  for (let at = 0; at < cell.length && count < 15; at += 1) {
    const code = cell.charCodeAt(at);
    if (code >= 48 && code <= 57) count += 1;
  }
  return count >= 15;
};

const withoutPersons = (cell: string): string =>
  hasDigits(cell) && personalNumberIn(cell) !== null ? REMOVED : cell;

const kept = ({ line, hidden, cells }: SentRow): ListLine => ({
  line,
  hidden,
  cells: cells.map(withoutPersons),
});

/**
 * The tables of a file, by headings that are known as a whole. Where there are none, a heading may be made of known words alone: other words stand in rows too
 * (“Union Hospital”).
 */
const tablesIn = (file: string, bytes: Uint8Array, meaning: ReturnType<typeof meaningOf>): SentFile => {
  const found = readTables(file, bytes, (heading) => meaning(heading)?.whole === true);
  if (found.tables.length > 0) return found;
  const byWords = readTables(
    file,
    bytes,
    (heading) => meaning(heading) !== undefined && meantByWords(heading, true) !== undefined,
  );
  return byWords.tables.length > 0 && !byWords.tables.some(standsAmongRows) ? byWords : found;
};

/** “301 Hospital”, twelve rows down, is no heading: lines above one are titles, and no more than one of them names a hospital beside other words. */
const standsAmongRows = ({ above }: SentTable): boolean =>
  above.filter(({ cells }) => filled(cells) > 1 && cells.some(isHospital)).length > 1;

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

type Reading = Readonly<{
  file: string;
  lang: Language;
  /** The caller's own headings, by field. */
  own?: Readonly<Partial<Record<BatchField, string>>>;
  /** How they say so; as on the command line where nothing is said. */
  option?: ColumnOption;
}>;

/** A table with its rows as they were sent, and what is to be said of how it was read. */
type Read = Readonly<{ table: ListTable; rows: readonly SentRow[]; told: readonly Bilingual[] }>;

/** A table by its heading. */
const headed = (
  table: SentTable,
  meaning: ReturnType<typeof meaningOf>,
  { file, option }: Readonly<{ file: string; option: ColumnOption }>,
): Read => {
  const second = secondTable(file, table, meaning);
  if (second !== null) throw second;
  const { columns, told } = mapColumns(file, table, meaning, option);
  const { sheet, hidden, above, heading, headingLine } = table;
  const read = {
    sheet,
    hidden,
    above: above.map(kept),
    heading: heading.map(withoutPersons),
    headingLine,
    ...columns,
  };
  return { table: read, rows: table.rows.filter((row) => !isHeading(row, table)), told };
};

/** The tables of a file by their headings. A sheet that names nobody (prices) is null beside sheets that do; where none does, the first is told. */
const headedTables = (
  tables: readonly SentTable[],
  meaning: ReturnType<typeof meaningOf>,
  how: Parameters<typeof headed>[2],
): readonly (Read | null)[] => {
  const nobody: NobodyNamed[] = [];
  const read = tables.map((table) => {
    try {
      return headed(table, meaning, how);
    } catch (cause) {
      if (!(cause instanceof NobodyNamed)) throw cause;
      nobody.push(cause);
      return null;
    }
  });
  if (nobody[0] !== undefined && nobody.length === tables.length) throw nobody[0];
  return read;
};

/** The fault of a file that holds no table at all. */
const noTable = (
  file: string,
  { leftOut: [none] }: SentFile,
  meaning: ReturnType<typeof meaningOf>,
  option: ColumnOption,
): unknown =>
  mapColumns(file, { sheet: none?.sheet ?? null, heading: none?.first ?? [], rows: [] }, meaning, option);

const tooFewOrMany = (file: string, count: number): ListFault | null => {
  if (count === 0)
    return new ListFault({
      en: `${file}: there is a heading and no row below it`,
      zh: `${file}：只有表头，没有数据行`,
    });
  return count <= MOST_ROWS
    ? null
    : new ListFault({
        en: `${file}: the list has ${count} rows; at most ${MOST_ROWS}, split it`,
        zh: `${file}：名单有${count}行，最多${MOST_ROWS}行；请拆分`,
      });
};

/**
 * Reads a list of hospitals: its tables with the columns that are read, by their headings or, where none is known, by what they hold, and every row in its place. Numbers that
 * identify persons are taken out of all cells. Throws `ListFault` in both languages: file, sheet and column, and what would be right.
 */
export const readList = (bytes: Uint8Array, { file, lang, own, option = '--column ' }: Reading): List => {
  const meaning = meaningOf(own);
  const found = tablesIn(file, bytes, meaning);
  const other = found.tables.length === 0 ? noWorkbook(file, bytes) : null;
  if (other !== null) throw other;
  const commas = found.text?.delimiter === ',';
  const byContents = found.leftOut.map((sheet) =>
    own === undefined || Object.keys(own).length === 0
      ? headlessTable(file, sheet, { lang, option, commas })
      : null,
  );
  const headings = headedTables(found.tables, meaning, { file, option });
  const read: readonly Read[] = [
    ...headings.filter((one) => one !== null),
    ...byContents.filter((one) => one !== null),
  ];
  if (read.length === 0) noTable(file, found, meaning, option);
  const tables = read.map(({ table }) => table);
  const filled = read.map(({ table, rows: sent }) => asAbove(sent.map(kept), table));
  const rows = filled.flatMap((one, table): readonly ListRow[] => one.rows.map((row) => ({ table, ...row })));
  const fault = tooFewOrMany(file, rows.length);
  if (fault !== null) throw fault;
  const notes = [
    ...read.flatMap(({ told }) => told.map((one) => one[lang])),
    ...filled.flatMap(({ told }) => told?.[lang] ?? []),
    ...tables.flatMap((table) => unreadNote(table)[lang] ?? []),
    ...hiddenNotes(
      read.map(({ table: { sheet, hidden }, rows: sent }) => ({ sheet, hidden, rows: sent })),
      lang,
    ),
    ...found.tables.flatMap(({ sheet }, at) => (headings[at] === null ? nobodyNote(sheet, lang) : [])),
    ...found.leftOut.flatMap(({ sheet }, at) => (byContents[at] === null ? leftOutNote(sheet, lang) : [])),
  ];
  return { file, tables, rows, notes, text: found.text };
};
