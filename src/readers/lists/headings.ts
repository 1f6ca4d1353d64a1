import { ShapeError } from '../../../schema/source.ts';
import type { Grid } from '../formats/html-table.ts';

/**
 * Headings of the field: the word we use → what authorities write instead (registers.md §1.3).
 * 级别 (三级) and 等次 (甲等) are separate facts.
 */
export const HEADINGS = {
  序号: ['序号', '编号', 'No.', 'No'],
  机构名称: ['机构名称', '单位名称', '医院名称', '医疗机构名称', '行政相对人名称', '名称', 'Hospital Name'],
  机构第二名称: ['机构第二名称', '第二名称', '其他名称'],
  地址: ['地址', '机构地址', '医院地址', '详细地址', '单位地址', 'Address'],
  登记号: ['登记号', '医疗机构执业许可证登记号', '许可编号', '许可编号/许可文书号', '许可证号'],
  统一社会信用代码: ['统一社会信用代码', '社会信用代码', '行政相对人代码-1（统一社会信用代码）'],
  机构类别: ['机构类别', '医院类别', '类别', '类型', '行政相对人类别'],
  机构级别: ['机构级别', '级别', '医院级别'],
  机构等次: ['机构等次', '等级', '等次', '医院等级'],
  经营性质: ['经营性质', '营利性质', '机构性质', '性质'],
  经济类型: ['经济类型', '所有制形式'],
  诊疗科目: ['诊疗科目', '诊疗科目名称'],
  登记发证机关: ['登记发证机关', '审批机关', '行政审批机关', '发证机关', '登记机关', '许可机关'],
  行政区划: ['行政区划', '所属区', '所在区县', '地区', '区划'],
  省份: ['省份', '省', '所在省份', '省（区、市）', '省级行政区'],
  床位数: ['床位数', '床位', '床位数（张）'],
  牙椅数: ['牙椅数', '牙椅'],
  校验结论: ['校验结论', '校验结果'],
  许可项目: ['许可项目', '许可内容', '许可事项'],
  批准时间: ['批准时间', '决定时间', '许可决定日期', '发证日期'],
  有效期自: ['有效期自', '有效期起'],
  有效期至: ['有效期至', '有效期止', '有效期限'],
  技术名称: ['技术名称', '限制类技术名称', '备案技术', '备案技术名称', '项目名称'],
  备案日期: ['备案日期', '备案时间'],
  备案号: ['备案号', '备案编号', '项目备案号'],
  发起机构: ['临床研究发起机构', '发起机构'],
  批次: ['所属批次', '批次'],
  定点医疗机构编码: ['定点医疗机构编码', '医保编码', '机构编码'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Heading = keyof typeof HEADINGS;

/** Columns about persons: dropped where they are met, never kept in `raw` (verdict.md §5.9). */
export const PERSONAL = [
  '法人姓名',
  '法人代表',
  '法人',
  '负责人姓名',
  '负责人',
  '法定代表人',
  '法定代表人（负责人）',
  '主要负责人',
  '技术负责人',
  '联系人',
  '联系电话',
  '联系方式',
  '电话',
  '电子邮箱',
] as const;

/** What a list must have, may have, and has without meaning for us; `also` adds a source's own words for a heading. */
export type Wanted = Readonly<{
  required: readonly Heading[];
  optional?: readonly Heading[];
  /** Columns left unread on purpose; they stay in `raw`. */
  ignored?: readonly string[];
  also?: Readonly<Record<string, Heading>>;
}>;

/** One row below the heading: cells by our heading, and all of the row's own words except personal ones. */
export type TableRow = Readonly<{
  /** 1-based, heading not counted; rows without any text are not counted either. */
  row: number;
  cells: Readonly<Partial<Record<Heading, string>>>;
  raw: Readonly<Record<string, string>>;
}>;

const SEARCHED_ROWS = 30;

/** Width, spaces and line breaks inside a printed heading mean nothing. */
export const tidyHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*]+/g, '')
    .toLowerCase();

const bySynonym = new Map<string, Heading>(
  Object.entries(HEADINGS).flatMap(([heading, words]) =>
    words.map((word) => [tidyHeading(word), heading as Heading] as const),
  ),
);
const personal = new Set(PERSONAL.map(tidyHeading));

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

const complain = (columns: readonly Column[], wanted: Wanted): void => {
  const known = new Set<string>([...wanted.required, ...(wanted.optional ?? []), '序号']);
  const ignored = new Set((wanted.ignored ?? []).map(tidyHeading));
  const found = columns.flatMap((one) => one.heading ?? []);
  const missing = wanted.required.filter((heading) => !found.includes(heading));
  const twice = found.filter((heading, at) => found.indexOf(heading) !== at);
  const unknown = columns
    .filter(({ printed, heading }) => printed !== '' && !(heading !== null && known.has(heading)))
    .map((one) => one.printed)
    .filter((printed) => !ignored.has(tidyHeading(printed)) && !personal.has(tidyHeading(printed)));
  if (missing.length + unknown.length + twice.length === 0) return;
  const said = [
    ...(missing.length > 0 ? [`missing ${missing.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`unknown ${unknown.join(', ')}`] : []),
    ...(twice.length > 0 ? [`twice ${[...new Set(twice)].join(', ')}`] : []),
  ].join('; ');
  throw new ShapeError(`the headings have changed: ${said}`, {
    missing,
    unknown,
    twice,
    seen: columns.map((one) => one.printed),
  });
};

const rowAt = (cells: readonly string[], columns: readonly Column[], row: number): TableRow => {
  const kept = columns.filter(({ printed }) => printed !== '' && !personal.has(tidyHeading(printed)));
  const text = ({ at }: Column) => cells[at] ?? '';
  return {
    row,
    cells: Object.fromEntries(
      kept.flatMap((one) => (one.heading === null ? [] : [[one.heading, text(one).trim()]])),
    ),
    raw: Object.fromEntries(kept.map((one) => [one.printed, text(one)])),
  };
};

/** A column without a heading that holds text is a column too: it goes by its number (第1列), and so is seldom known. */
const withBlanksNamed = (heading: readonly string[], below: Grid): readonly string[] => {
  const width = below.reduce((most, row) => Math.max(most, row.length), heading.length);
  return Array.from({ length: width }, (_, at) => {
    const printed = heading[at]?.trim() ?? '';
    const filled = printed === '' && below.some((row) => (row[at]?.trim() ?? '') !== '');
    return filled ? `第${at + 1}列` : printed;
  });
};

/**
 * The rows of a list, its heading row found among the first thirty (titles and dates may stand above it) and matched by
 * synonym. A repeated heading row (a new page) is skipped. Throws `ShapeError` that lists what is missing and what is
 * unknown: nothing is guessed from a column's position.
 */
export const tableRows = (grid: Grid, wanted: Wanted): readonly TableRow[] => {
  const at = grid.slice(0, SEARCHED_ROWS).findIndex((row) => isHeading(row, wanted));
  if (at === -1) {
    const seen = grid.slice(0, 3);
    throw new ShapeError(`no heading row with ${wanted.required.join(', ')}`, {
      missing: wanted.required,
      unknown: [],
      seen,
    });
  }
  const heading = withBlanksNamed(grid[at] ?? [], grid.slice(at + 1));
  const columns = columnsOf(heading, wanted);
  complain(columns, wanted);
  const same = (grid[at] ?? []).map(tidyHeading).join('|');
  const rows = grid
    .slice(at + 1)
    .filter((row) => row.some((cell) => cell.trim() !== '') && row.map(tidyHeading).join('|') !== same);
  if (rows.length === 0) throw new ShapeError('a heading row with nothing below it', { seen: heading });
  return rows.map((row, index) => rowAt(row, columns, index + 1));
};
