import type { InstitutionRecord, SourceIssue } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { isArmy } from '../../src/name-keys/army.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { filedNames } from '../../src/readers/lists/filed-names.ts';
import { issue, type RowReader } from '../../src/readers/lists/row-reader.ts';
import { licences, repositories, vagueName } from './lookups.ts';

const columns = [
  'hospital_id',
  'name_zh',
  'aliases',
  'province',
  'city',
  'district',
  'address',
  'source',
  'source_date',
  'licence',
];

const list = (cell: string): readonly string[] => cell.split('|').filter((part) => part !== '');

/** A hospital by kind of name only; anything else stays open. */
const bodyOf = (name: string) =>
  name.includes('疾病预防控制中心')
    ? { body: 'disease-control' as const }
    : /门诊部|诊所|卫生室|卫生站/u.test(name)
      ? { body: 'clinic' as const }
      : {};

const mayShip = (row: RowReader, source: string, licence: string): SourceIssue | null => {
  const from = list(source).find((part) => repositories[part] === undefined);
  if (from !== undefined) return issue('unknown-word', row.row, 'source', `"${from}" is no known repository`);
  const under = list(licence).find((part) => !licences.includes(part));
  if (licence === '' || under !== undefined)
    return issue('unknown-word', row.row, 'licence', `"${licence}" is no licence under which a row may ship`);
  return null;
};

const record = (row: RowReader): InstitutionRecord | SourceIssue => {
  const [id, printed, aliases] = [row.take('hospital_id'), row.take('name_zh'), list(row.take('aliases'))];
  const place = placeOf({
    province: row.take('province'),
    city: row.take('city'),
    district: row.take('district'),
    address: row.take('address'),
    name: printed,
  });
  const [origin, date] = [row.take('source'), row.take('source_date')];
  const trouble = mayShip(row, origin, row.take('licence'));
  if (trouble !== null) return trouble;
  if (printed === '') return issue('missing-cell', row.row, 'name_zh', 'the row names no institution');
  const { names } = filedNames(printed);
  const cite = repositories[list(origin)[0] ?? ''];
  const known = new Set(names.map(({ value }) => value));
  return {
    kind: 'institution',
    row: row.row,
    key: [printed, place.province, place.city, row.raw.address?.trim()].join('|'),
    raw: row.raw,
    ...(date !== '' && { asOf: date }),
    ...(cite !== undefined && { cite }),
    names: [
      ...names.map((name) => (vagueName.test(name.value) ? { ...name, kind: 'alias' as const } : name)),
      ...aliases
        .filter((value) => !known.has(value))
        .map((value) => ({ value, kind: 'alias' as const, language: 'zh' as const })),
    ],
    identifiers: id === '' ? [] : [{ scheme: 'directory-id', value: id.toUpperCase() }],
    place,
    traits: { ...bodyOf(printed), ...(isArmy(printed) && { military: true }) },
    credentials: [],
  };
};

/** Names and places for identity, nothing else; a row of unknown origin or licence is refused. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    yield record(row);
    yield* row.audit();
  }
};
