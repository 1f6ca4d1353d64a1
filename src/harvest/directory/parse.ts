import type { InstitutionRecord, Name, SourceIssue } from '../../../schema/record.ts';
import type { Parse } from '../../../schema/source.ts';
import { isArmy } from '../../name-keys/army.ts';
import { normaliseProvince } from '../../places/normalise-place.ts';
import { placeOf } from '../../places/place-of.ts';
import { filedNames } from '../../readers/lists/filed-names.ts';
import { issue, type RowReader } from '../../readers/lists/row-reader.ts';
import { hasHan } from '../../text/han.ts';
import { type DirectoryRow, directoryColumns, directoryRows } from './rows.ts';

const LONGEST_NAME = 120;

/** A kind of hospital without the name of its place (人民医院, 第一附属医院): hundreds of hospitals are called that. */
const VAGUE =
  /^[省市县区]?(?:第[一二三四五六七八九十]{1,2})?(?:附属|人民|中心|中医|中西医结合|妇幼|儿童|妇女儿童|肿瘤|结核病|精神卫生|武警)*(?:医院|病院|保健院|保健计划生育服务中心|中心)$/u;

const list = (cell: string): readonly string[] =>
  cell
    .split(/[|;；]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const others = (kind: Name['kind'], cell: string): Name[] =>
  list(cell).map((value) => ({ value, kind, language: hasHan(value) ? 'zh' : 'en' }));

const namesOf = (row: RowReader, printed: string): Name[] => {
  const all = [
    ...filedNames(printed).names,
    ...others('alias', row.take('aliases')),
    ...others('former', row.take('former_names')),
    ...others('english', row.take('name_en')),
    ...others('alias', row.take('aliases_en')),
  ];
  return all.filter((name, at) => all.findIndex((one) => one.value === name.value) === at);
};

const troubleOf = (row: RowReader, printed: string, province: string): SourceIssue | null => {
  if (printed === '')
    return issue('missing-cell', row.row, 'name_zh', 'is empty; every row needs a Chinese name');
  if (!hasHan(printed))
    return issue('unreadable-row', row.row, 'name_zh', `"${printed}" holds no Chinese character`);
  if (printed.length > LONGEST_NAME)
    return issue(
      'unreadable-row',
      row.row,
      'name_zh',
      `is ${printed.length} characters long; at most ${LONGEST_NAME}`,
    );
  if (VAGUE.test(printed))
    return issue(
      'unreadable-row',
      row.row,
      'name_zh',
      `"${printed}" names hundreds; write its place before it`,
    );
  if (province === '')
    return issue('missing-cell', row.row, 'province', 'is empty; every row needs its province');
  return normaliseProvince(province) === null
    ? issue(
        'unknown-word',
        row.row,
        'province',
        `"${province}" is no province; write it as 上海市 or Shanghai`,
      )
    : null;
};

const read = (row: RowReader): InstitutionRecord | SourceIssue => {
  const [printed, province, website] = [row.take('name_zh'), row.take('province'), row.take('website')];
  const trouble = troubleOf(row, printed, province);
  if (trouble !== null) return trouble;
  const address = row.take('address');
  const stated = { province, city: row.take('city'), district: row.take('district'), address, name: printed };
  const place = placeOf(stated);
  return {
    kind: 'institution',
    row: row.row,
    key: [printed, place.province, place.city, address].join('|'),
    raw: row.raw,
    names: namesOf(row, printed),
    identifiers: [],
    place,
    traits: { ...(website !== '' && { website }), ...(isArmy(printed) && { military: true }) },
    credentials: [],
  };
};

const shapeIssue = ({ row, fault }: DirectoryRow): SourceIssue | null =>
  fault === null ? null : issue('unreadable-row', row.row, 'name_zh', fault);

/** A user's list of hospitals → names and places. A row that cannot be read, or that repeats another, is an issue of its own. */
export const parseDirectory: Parse = function* ({ body }) {
  const seen = new Map<string, string>();
  for (const one of directoryRows(body)) {
    const { row, where } = one;
    row.drop(...directoryColumns);
    const found = shapeIssue(one) ?? read(row);
    if (found.kind === 'issue') {
      yield { ...found, detail: `${found.detail} (${where})` };
      continue;
    }
    const before = seen.get(found.key);
    if (before === undefined) yield found;
    else {
      const repeats = `repeats ${before} (same name, place and address)`;
      yield issue('unreadable-row', row.row, 'name_zh', `${repeats} (${where})`);
    }
    seen.set(found.key, before ?? where);
  }
};
