import type { Bilingual, Language } from '../../../schema/base.ts';
import type { BatchField } from '../../../schema/lexicon/batch-headings.ts';
import { personalNumberIn } from '../../identifiers/personal-number.ts';
import type { SentFile, SentTable } from '../../readers/formats/sent-table.ts';
import type { SentRow } from '../../readers/formats/sent-text.ts';
import { type List, type ListLine, type ListRow, type ListTable, MOST_ROWS, REMOVED } from '../list.ts';
import { columnWords, ListFault, sheetWords } from '../list-fault.ts';
import { meantByWords } from './heading-words.ts';
import { type ColumnOption, mapColumns, meaningOf, NAMING } from './map-columns.ts';
import { noWorkbook, readTables } from './read-tables.ts';

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

/** A heading printed again on each page, or over two merged lines, is no row. */
const isHeading = ({ cells }: SentRow, { heading }: SentTable): boolean =>
  heading.every((one, at) => one === (cells[at] ?? '').trim());

/** Whether a line is a heading of another table: two of its cells at least are headings by themselves, and one of them says who is meant. */
const isOtherHeading = ({ cells }: SentRow, meaning: ReturnType<typeof meaningOf>): boolean => {
  const whole = cells.flatMap((cell) => {
    const meant = cell.trim() === '' ? undefined : meaning(cell);
    return meant?.whole === true ? [meant.field] : [];
  });
  return whole.length > 1 && whole.some((field) => NAMING.includes(field));
};

/**
 * The line of a second heading in a table, with rows between the two: what stands under one heading would be read by the other, or not at all. Null
 * where there is none; a heading over several lines is one.
 */
const secondHeading = (table: SentTable, meaning: ReturnType<typeof meaningOf>): number | null => {
  const { above, rows, headingLine } = table;
  const before = above.findIndex((line) => isOtherHeading(line, meaning));
  const between = before === -1 ? 0 : above.length - before - 1;
  if (before !== -1 && between > 0) return above[before]?.line ?? null;
  const after = rows.find(
    (row, at) => at > 0 && row.line > headingLine && !isHeading(row, table) && isOtherHeading(row, meaning),
  );
  return after?.line ?? null;
};

const twoTables = (file: string, { sheet, headingLine }: SentTable, line: number): ListFault => {
  const where = sheetWords(sheet);
  const [first, second] = [Math.min(headingLine, line), Math.max(headingLine, line)];
  return new ListFault({
    en: `${file}${where.en}: line ${first} and line ${second} are headings of two tables; put each table on a sheet or in a file of its own`,
    zh: `${file}${where.zh}：第${first}行和第${second}行是两个表格的表头；请将各表放在不同的工作表或文件中`,
  });
};

const leftOutNotes = ({ tables, leftOut }: SentFile, lang: Language): readonly string[] =>
  tables.length === 0
    ? []
    : leftOut.map(({ sheet }) =>
        lang === 'zh'
          ? `工作表“${sheet}”没有可识别的表头，未读取`
          : `sheet “${sheet}” has no heading that is known and was left out`,
      );

const notesOf = (tables: readonly SentTable[], lang: Language): readonly string[] =>
  tables.flatMap(({ sheet, hidden, rows }) => {
    const count = rows.filter((row) => row.hidden).length;
    const [en, zh] = sheet === null ? ['the file', '文件'] : [`sheet “${sheet}”`, `工作表“${sheet}”`];
    const words = [
      ...(hidden
        ? [{ en: `${en} is hidden and was read all the same`, zh: `${zh}为隐藏工作表，已照常读取` }]
        : []),
      ...(count > 0
        ? [
            {
              en: `${en} has ${count === 1 ? 'a hidden row, which was' : `${count} hidden rows, which were`} read all the same`,
              zh: `${zh}有${count}个隐藏行，已照常读取`,
            },
          ]
        : []),
    ];
    return words.map((one) => one[lang]);
  });

/** Most unread columns that are named. */
const NAMED = 20;

/** The columns that are not read, and what to do; nothing where all are. */
const unreadNote = ({ sheet, heading, unread }: ListTable): Readonly<Partial<Bilingual>> => {
  if (unread.length === 0) return {};
  const columns = unread.slice(0, NAMED).map((at) => columnWords(at, heading));
  const more = unread.length - columns.length;
  const where = sheet === null ? { en: '', zh: '' } : { en: `sheet “${sheet}”: `, zh: `工作表“${sheet}”：` };
  return {
    en: `${where.en}these columns are not read: ${columns.map(({ en }) => en).join(', ')}${more > 0 ? `, and ${more} more` : ''}. No answer takes them into account; where one says a treatment, a country or a day, call it “treatment”, “country” or “date” and hand the list in again`,
    zh: `${where.zh}以下各列未读取：${columns.map(({ zh }) => zh).join('、')}${more > 0 ? `，另有${more}列` : ''}。答复未考虑其内容；如其中有治疗项目、国家或日期，请将表头改为“治疗项目”“国家”或“日期”后重新提交`,
  };
};

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
  return byWords.tables.length > 0 ? byWords : found;
};

type Reading = Readonly<{
  file: string;
  lang: Language;
  /** The caller's own headings, by field. */
  own?: Readonly<Partial<Record<BatchField, string>>>;
  /** How they say so; as on the command line where nothing is said. */
  option?: ColumnOption;
}>;

/**
 * Reads a list of hospitals: its tables with the columns that are read, and every row in its place. Numbers that identify persons are
 * taken out of all cells. Throws `ListFault` in both languages: file, sheet and column, and what would be right.
 */
export const readList = (bytes: Uint8Array, { file, lang, own, option = '--column ' }: Reading): List => {
  const meaning = meaningOf(own);
  const found = tablesIn(file, bytes, meaning);
  const { tables: sent, leftOut } = found;
  const [none] = leftOut;
  if (sent.length === 0) {
    const other = noWorkbook(file, bytes);
    if (other !== null) throw other;
    mapColumns(file, { sheet: none?.sheet ?? null, heading: none?.first ?? [], rows: [] }, meaning, option);
  }
  for (const table of sent) {
    const second = secondHeading(table, meaning);
    if (second !== null) throw twoTables(file, table, second);
  }
  const tables: ListTable[] = sent.map((table) => ({
    sheet: table.sheet,
    hidden: table.hidden,
    above: table.above.map(kept),
    heading: table.heading.map(withoutPersons),
    headingLine: table.headingLine,
    ...mapColumns(file, table, meaning, option),
  }));
  const rows: ListRow[] = [];
  for (const [table, one] of sent.entries())
    for (const row of one.rows) if (!isHeading(row, one)) rows.push({ table, ...kept(row) });
  const words =
    rows.length === 0
      ? { en: `${file}: there is a heading and no row below it`, zh: `${file}：只有表头，没有数据行` }
      : rows.length > MOST_ROWS
        ? {
            en: `${file}: the list has ${rows.length} rows; at most ${MOST_ROWS}, split it`,
            zh: `${file}：名单有${rows.length}行，最多${MOST_ROWS}行；请拆分`,
          }
        : null;
  if (words !== null) throw new ListFault(words);
  const notes = [
    ...tables.flatMap((table) => unreadNote(table)[lang] ?? []),
    ...notesOf(sent, lang),
    ...leftOutNotes(found, lang),
  ];
  return { file, tables, rows, notes, text: found.text };
};
