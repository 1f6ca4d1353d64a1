import type { Bilingual } from '../../../schema/base.ts';
import { type BatchField, batchFields, batchHeadings } from '../../../schema/lexicon/batch-headings.ts';
import { tidyHeading } from '../../readers/lists/headings.ts';
import type { ListTable } from '../list.ts';
import { columnWords, ListFault, NobodyNamed, sheetWords } from '../list-fault.ts';
import { holdsTreatments, marksAmong, nameColumns } from './by-contents.ts';
import { isAboutOthers, meantByWords } from './heading-words.ts';
import { columnsWords, matrixFault, severalNames } from './matrix.ts';

/** A heading for comparing: besides what lists of authorities want, without punctuation. */
const keyOf = (text: string): string => tidyHeading(text).replace(/[_\-./:：()[\]"'#·]/g, '');

/** A column that a result of ours added, in a list that is handed in again. */
const isOurs = (heading: string): boolean => /^Licet\s?[:：]/u.test(heading);

const byWord = new Map<string, BatchField>(
  batchFields.flatMap((field) =>
    [field, ...batchHeadings[field]].map((word) => [keyOf(word), field] as const),
  ),
);

/** The field that a heading means, and whether it says so as a whole or by the words it is made of. */
type Meant = Readonly<{ field: BatchField; whole: boolean }>;
/** What people mean by a heading; undefined where no word is known. A caller's own word goes before ours. */
type Meaning = (heading: string) => Meant | undefined;

/** Our words for headings and the caller's: `own` gives the heading they use for a field. */
export const meaningOf = (own: Readonly<Partial<Record<BatchField, string>>> = {}): Meaning => {
  const theirs = new Map(Object.entries(own).map(([field, word]) => [keyOf(word), field as BatchField]));
  return (heading) => {
    const key = keyOf(heading);
    const mine = theirs.get(key);
    if (mine !== undefined) return { field: mine, whole: true };
    const ours = byWord.get(key);
    const field = ours ?? (isOurs(heading) ? undefined : meantByWords(heading));
    return field === undefined || own[field] !== undefined ? undefined : { field, whole: ours !== undefined };
  };
};

/** How a column is named on the command line, and in a request. */
export type ColumnOption = '--column ' | '?column=';

/** Fields of which one says who is meant. */
export const NAMING: readonly BatchField[] = ['name', 'englishName', 'licenceNumber', 'uscc', 'id'];

const nobodyNamed = (
  where: Readonly<{ en: string; zh: string }>,
  heading: readonly string[],
): NobodyNamed => {
  const seen = heading
    .filter((one) => one !== '')
    .slice(0, 12)
    .join(', ');
  return new NobodyNamed({
    en: `${where.en}: no column names the hospital, and none holds names of hospitals; expected a heading such as “name”, “hospital name”, “医院名称”, “licence number” or “USCC”; the headings are: ${seen || 'none'}`,
    zh: `${where.zh}：没有一列说明是哪家医院，也没有一列的内容是医院名称；需要“医院名称”“name”“登记号”或“统一社会信用代码”等表头；现有表头：${seen || '无'}`,
  });
};

const sameMeaning = (
  where: Readonly<{ en: string; zh: string }>,
  heading: readonly string[],
  [before, at]: readonly [number, number],
  field: BatchField,
  option: ColumnOption,
): ListFault => {
  const [one, other] = [columnWords(before, heading), columnWords(at, heading)];
  const alike = heading[before] === heading[at];
  return new ListFault({
    en: `${where.en}: ${one.en} and ${other.en} ${alike ? 'have one heading, as merged cells do, and both hold values' : `mean the same (${field})`}; rename one, or say which to read with ${option}${field}=…`,
    zh: `${where.zh}：${one.zh}和${other.zh}${alike ? '共用一个表头（合并单元格），且都有内容' : `含义相同（${field}）`}；请改名其中一列，或用 ${option}${field}=… 指明`,
  });
};

type Sent = Readonly<{
  sheet: string | null;
  heading: readonly string[];
  rows: readonly Readonly<{ cells: readonly string[] }>[];
}>;

const isEmpty = ({ rows }: Sent, at: number): boolean =>
  rows.every(({ cells }) => (cells[at] ?? '').trim() === '');

/**
 * Fields that several columns may hold: a row asks about one treatment, in whichever of them it stands, and about all marks; and the hospital stands where all
 * of its places say (`Country`, `Country of treatment`).
 */
export const SEVERAL: readonly BatchField[] = ['service', 'claim', 'country', 'province', 'city'];

type Columns = Pick<ListTable, 'mapping' | 'further' | 'marks' | 'unread'>;
type Mapped = { mapping: Partial<Record<BatchField, number>>; further: [BatchField, number][] };

/** Takes a column as a field; gives the column that holds it already, where both cannot be read. */
const takeColumn = (sent: Sent, mapped: Mapped, field: BatchField, at: number): number | null => {
  const before = mapped.mapping[field];
  if (before === undefined || (field !== 'reference' && isEmpty(sent, before))) mapped.mapping[field] = at;
  else if (field === 'reference' || isEmpty(sent, at)) return null;
  else if (SEVERAL.includes(field) && sent.heading[before] !== sent.heading[at])
    mapped.further.push([field, at]);
  else return before;
  return null;
};

/** Columns with cells that are not read, those beyond the heading of a sheet too; what this program added to a list is none. */
const unreadIn = (sent: Sent, { mapping, further }: Mapped): readonly number[] => {
  const read = new Set([...Object.values(mapping), ...further.map(([, at]) => at)]);
  const { heading, rows, sheet } = sent;
  const width =
    sheet === null
      ? heading.length
      : rows.reduce((most, { cells }) => Math.max(most, cells.length), heading.length);
  return Array.from({ length: width }, (_, at) => at).filter(
    (at) => !read.has(at) && !isOurs(heading[at] ?? '') && !isEmpty(sent, at),
  );
};

/** Reads the names of hospitals out of a column whose heading is not known, and says so; throws where several columns hold them. */
const takeByContents = (
  where: Bilingual,
  sent: Sent,
  mapped: Mapped,
  option: ColumnOption,
): Bilingual | null => {
  const { heading, rows } = sent;
  const unread = unreadIn(sent, mapped).filter((at) => !isAboutOthers(heading[at] ?? ''));
  const found = nameColumns(rows, unread);
  if (found === null) return null;
  if ('several' in found) throw severalNames(where, found.several, heading, option);
  Object.assign(mapped.mapping, found);
  const columns = columnsWords(Object.values(found), heading);
  return {
    en: `${columns.en}: the heading is not known; it was read as the name of the hospital, since names of hospitals stand below it`,
    zh: `${columns.zh}：表头无法识别；因下方内容为医院名称，已按医院名称读取`,
  };
};

/** Reads treatments out of the columns whose heading is not known and of which half are such, and says so. */
const takeTreatments = (sent: Sent, mapped: Mapped): Bilingual | null => {
  const { heading, rows } = sent;
  const found = unreadIn(sent, mapped).filter(
    (at) => !isAboutOthers(heading[at] ?? '') && holdsTreatments(rows, at),
  );
  if (found.length === 0) return null;
  for (const at of found) takeColumn(sent, mapped, 'service', at);
  const columns = columnsWords(found, heading);
  return {
    en: `${columns.en}: the heading is not known; it was read as the treatment, since treatments stand below it`,
    zh: `${columns.zh}：表头无法识别；因下方内容为治疗项目，已按治疗项目读取`,
  };
};

/** Says of columns under unknown headings that marks stand below them; null where there are none. */
const toldOfMarks = (marks: readonly number[], heading: readonly string[]): Bilingual | null => {
  if (marks.length === 0) return null;
  const columns = columnsWords(marks, heading);
  return {
    en: `${columns.en}: the heading is not known; what stands below it was read as marks and titles that are claimed, where it is one`,
    zh: `${columns.zh}：表头无法识别；其下为可核查的认证或称号时，已作为所声称的资质读取`,
  };
};

/**
 * Which column of a table holds which field, and which are not read. A heading that spreads over empty columns, as merged cells do, counts once, and so does the
 * list's own reference; one that says what it means as a whole goes before one that says so by its words. Where no heading says who is meant, the column
 * that holds names of hospitals does, and so do treatments and marks where half of a column are such; `told` says so. `option`: how whoever sent it says which column to read. Throws `ListFault` where two columns mean the same, none says who
 * is meant, or treatments or hospitals are headings of a matrix.
 */
export const mapColumns = (
  file: string,
  sent: Sent,
  meaning: Meaning,
  option: ColumnOption,
): Readonly<{ columns: Columns; told: readonly Bilingual[] }> => {
  const { heading, rows } = sent;
  const sheet = sheetWords(sent.sheet);
  const where = { en: `${file}${sheet.en}`, zh: `${file}${sheet.zh}` };
  const mapped: Mapped = { mapping: {}, further: [] };
  const meant = heading.map((printed) => (printed === '' ? undefined : meaning(printed)));
  const take = (at: number, whole: boolean): void => {
    const { field } = meant[at] ?? {};
    if (field === undefined || meant[at]?.whole !== whole) return;
    const before = takeColumn(sent, mapped, field, at);
    if (before !== null && meant[before]?.whole === whole)
      throw sameMeaning(where, heading, [before, at], field, option);
  };
  for (const whole of [true, false]) for (const at of heading.keys()) take(at, whole);
  const matrix = matrixFault(where, sent, (at) => meant[at]?.whole === true);
  if (matrix !== null) throw matrix;
  const isNamed = NAMING.some((field) => mapped.mapping[field] !== undefined);
  const told = isNamed ? null : takeByContents(where, sent, mapped, option);
  if (!isNamed && told === null) throw nobodyNamed(where, heading);
  const treatments = takeTreatments(sent, mapped);
  const others = unreadIn(sent, mapped);
  const { marks } = marksAmong(
    rows,
    others.filter((at) => !isAboutOthers(heading[at] ?? '')),
  );
  const columns = { ...mapped, marks, unread: others.filter((at) => !marks.includes(at)) };
  return { columns, told: [told, treatments, toldOfMarks(marks, heading)].filter((one) => one !== null) };
};
