import type { Bilingual, Language } from '../../../schema/base.ts';
import type { BatchField } from '../../../schema/lexicon/batch-headings.ts';
import type { LeftOut } from '../../readers/formats/sent-table.ts';
import type { SentRow } from '../../readers/formats/sent-text.ts';
import type { ListTable } from '../list.ts';
import { columnLetters, sheetWords } from '../list-fault.ts';
import { heldIn, holdsHospitals, marksAmong, nameColumns } from './by-contents.ts';
import { type ColumnOption, SEVERAL } from './map-columns.ts';
import { matrixFault, severalNames } from './matrix.ts';

/** What a column is called that came without a heading. */
const titles: Readonly<Partial<Record<BatchField, Bilingual>>> = {
  name: { en: 'hospital', zh: '医院名称' },
  englishName: { en: 'English name', zh: '英文名称' },
  city: { en: 'city', zh: '城市' },
  country: { en: 'country', zh: '国家' },
  service: { en: 'treatment', zh: '治疗项目' },
  claim: { en: 'claim', zh: '认证' },
  reference: { en: 'reference', zh: '序号' },
};

type Columns = Pick<ListTable, 'mapping' | 'further' | 'marks' | 'unread'>;
type Named = Exclude<ReturnType<typeof nameColumns>, null | { several: readonly number[] }>;

/** What the other columns hold, by their cells. */
const columnsOf = (rows: readonly SentRow[], width: number, named: Named): Columns => {
  const mapping: Partial<Record<BatchField, number>> = { ...named };
  const [further, unread]: [[BatchField, number][], number[]] = [[], []];
  const taken: readonly number[] = Object.values(named);
  for (let at = 0; at < width; at += 1) {
    const field = taken.includes(at) ? null : heldIn(rows, at);
    if (field !== null && mapping[field] === undefined) mapping[field] = at;
    else if (field !== null && SEVERAL.includes(field)) further.push([field, at]);
    else if (!taken.includes(at) && rows.some(({ cells }) => (cells[at] ?? '').trim() !== ''))
      unread.push(at);
  }
  return { mapping, further, ...marksAmong(rows, unread) };
};

const headingOf = (
  { mapping, further, marks }: Columns,
  width: number,
  lang: Language,
): readonly string[] => {
  const fields = new Map([
    ...Object.entries(mapping).map(([field, at]) => [at, field as BatchField] as const),
    ...further.map(([field, at]) => [at, field] as const),
    ...marks.map((at) => [at, 'claim'] as const),
  ]);
  return Array.from({ length: width }, (_, at) => titles[fields.get(at) ?? 'uscc']?.[lang] ?? '');
};

/** A line of which no part but the name is understood is a name as a whole: “Zhongshan Hospital, Fudan University”. */
const isOneName = ({ mapping, further, marks }: Columns): boolean =>
  Object.keys(mapping).length + further.length + marks.length === 1;

const joined = (row: SentRow): SentRow => ({ ...row, cells: [row.cells.join(',')] });

const toldOf = ({ mapping }: Columns, sheet: string | null): Bilingual => {
  const column = columnLetters(mapping.name ?? 0);
  const where =
    sheet === null ? { en: 'the list', zh: '名单' } : { en: `sheet “${sheet}”`, zh: `工作表“${sheet}”` };
  return {
    en: `${where.en} has no heading that is known: its columns were read by what they hold, column ${column} as the names of hospitals, and its first line as a row`,
    zh: `${where.zh}没有可识别的表头：各列按内容读取，${column}列作为医院名称，首行作为数据行`,
  };
};

type Headless = Readonly<{ table: ListTable; rows: readonly SentRow[]; told: readonly Bilingual[] }>;
type Sheet = Pick<LeftOut, 'sheet' | 'hidden' | 'lines'>;

/**
 * A sheet or a text without a known heading as a table, by what its columns hold: every line is a row, so that nobody is passed over. Null where no column
 * holds names of hospitals. `commas`: its cells were told apart by commas, which names have too. Throws `ListFault` for a matrix, and where several columns hold hospitals.
 */
export const headlessTable = (
  file: string,
  { sheet, hidden, lines }: Sheet,
  { lang, option, commas }: Readonly<{ lang: Language; option: ColumnOption; commas: boolean }>,
): Headless | null => {
  const words = sheetWords(sheet);
  const where = { en: `${file}${words.en}`, zh: `${file}${words.zh}` };
  const [first, ...others] = lines;
  const matrix = matrixFault(where, { heading: first?.cells ?? [], rows: others }, () => false);
  if (matrix !== null) throw matrix;
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const all = Array.from({ length: width }, (_, at) => at);
  const found = nameColumns(lines, all);
  if (found === null) return null;
  if ('several' in found) throw severalNames(where, found.several, [], option);
  const columns = columnsOf(lines, width, found);
  if (commas && width > 1 && isOneName(columns)) {
    const whole = { sheet, hidden, lines: lines.map(joined) };
    return holdsHospitals(whole.lines, 0) ? headlessTable(file, whole, { lang, option, commas }) : null;
  }
  const heading = headingOf(columns, width, lang);
  const table = { sheet, hidden, above: [], heading, headingLine: 0, ...columns };
  return { table, rows: lines, told: [toldOf(columns, sheet)] };
};
