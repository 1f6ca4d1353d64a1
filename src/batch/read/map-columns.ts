import { type BatchField, batchFields, batchHeadings } from '../../../schema/lexicon/batch-headings.ts';
import { tidyHeading } from '../../readers/lists/headings.ts';
import type { Mapping } from '../list.ts';
import { columnWords, ListFault, sheetWords } from '../list-fault.ts';

/** A heading for comparing: besides what lists of authorities want, without punctuation. */
const keyOf = (text: string): string => tidyHeading(text).replace(/[_\-./:：()[\]"'#·]/g, '');

const byWord = new Map<string, BatchField>(
  batchFields.flatMap((field) =>
    [field, ...batchHeadings[field]].map((word) => [keyOf(word), field] as const),
  ),
);

/** The field that people mean by a heading; undefined where no word is known. A caller's own word goes before ours. */
type Meaning = (heading: string) => BatchField | undefined;

/** Our words for headings and the caller's: `own` gives the heading they use for a field. */
export const meaningOf = (own: Readonly<Partial<Record<BatchField, string>>> = {}): Meaning => {
  const theirs = new Map(Object.entries(own).map(([field, word]) => [keyOf(word), field as BatchField]));
  return (heading) => {
    const key = keyOf(heading);
    const mine = theirs.get(key);
    if (mine !== undefined) return mine;
    const ours = byWord.get(key);
    return ours !== undefined && own[ours] !== undefined ? undefined : ours;
  };
};

/** How a column is named on the command line, and in a request. */
export type ColumnOption = '--column ' | '?column=';

/** Fields of which one says who is meant. */
const NAMING: readonly BatchField[] = ['name', 'englishName', 'licenceNumber', 'uscc', 'id'];

const nobodyNamed = (where: Readonly<{ en: string; zh: string }>, heading: readonly string[]): ListFault => {
  const seen = heading
    .filter((one) => one !== '')
    .slice(0, 12)
    .join(', ');
  return new ListFault({
    en: `${where.en}: no column names the hospital; expected a heading such as “name”, “hospital name”, “医院名称”, “licence number” or “USCC”; the headings are: ${seen || 'none'}`,
    zh: `${where.zh}：没有一列说明是哪家医院；需要“医院名称”“name”“登记号”或“统一社会信用代码”等表头；现有表头：${seen || '无'}`,
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
 * Which column of a table holds which field. A heading that spreads over empty columns, as merged cells do, counts once, and so does the
 * list's own reference. `option`: how whoever sent it says which column to read. Throws `ListFault` where two columns mean the same, or none says who is meant.
 */
export const mapColumns = (file: string, sent: Sent, meaning: Meaning, option: ColumnOption): Mapping => {
  const { heading } = sent;
  const sheet = sheetWords(sent.sheet);
  const where = { en: `${file}${sheet.en}`, zh: `${file}${sheet.zh}` };
  const mapping: Partial<Record<BatchField, number>> = {};
  for (const [at, printed] of heading.entries()) {
    const field = printed === '' ? undefined : meaning(printed);
    if (field === undefined) continue;
    const before = mapping[field];
    if (before === undefined || (field !== 'reference' && isEmpty(sent, before))) mapping[field] = at;
    else if (field !== 'reference' && !isEmpty(sent, at)) {
      const [one, other] = [columnWords(before, heading), columnWords(at, heading)];
      const alike = heading[before] === printed;
      throw new ListFault({
        en: `${where.en}: ${one.en} and ${other.en} ${alike ? 'have one heading, as merged cells do, and both hold values' : `mean the same (${field})`}; rename one, or say which to read with ${option}${field}=…`,
        zh: `${where.zh}：${one.zh}和${other.zh}${alike ? '共用一个表头（合并单元格），且都有内容' : `含义相同（${field}）`}；请改名其中一列，或用 ${option}${field}=… 指明`,
      });
    }
  }
  if (!NAMING.some((field) => mapping[field] !== undefined)) throw nobodyNamed(where, heading);
  return mapping;
};
