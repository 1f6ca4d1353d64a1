import type { Identifier, InstitutionRecord, Name, SourceIssue } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { issue, type RowReader } from '../../src/readers/lists/row-reader.ts';

const columns = [
  'id',
  'name_zh',
  'name_en',
  'aliases',
  'city',
  'province',
  'source',
  'licence',
  'quality',
  'note',
  'hospital_id',
];
const licences = ['CC0-1.0', 'CC-BY-4.0'];
const qualities = ['reviewed', 'clean'];

/** Chinese by script; a run of capitals is a short form, not an English name. */
const aliasOf = (value: string): Name =>
  /\p{Script=Han}/u.test(value)
    ? { value, kind: 'alias', language: 'zh' }
    : { value, kind: /^[A-Z]{2,9}$/.test(value) ? 'alias' : 'english', language: 'en' };

const identifiersOf = (id: string, directory: string): Identifier[] => [
  ...(id.startsWith('ror:') ? [{ scheme: 'ror' as const, value: id.slice(4).toUpperCase() }] : []),
  ...(directory === '' ? [] : [{ scheme: 'directory-id' as const, value: directory.toUpperCase() }]),
];

const refusal = (row: RowReader, licence: string, quality: string): SourceIssue | null => {
  if (!licence.split('; ').every((one) => licences.includes(one)))
    return issue('unknown-word', row.row, 'licence', `"${licence}" is no licence under which a row may ship`);
  if (!qualities.includes(quality))
    return issue('unknown-word', row.row, 'quality', `"${quality}" is no quality that may be loaded`);
  return null;
};

const record = (row: RowReader): InstitutionRecord | SourceIssue => {
  const [id, zh, en] = [row.take('id'), row.take('name_zh'), row.take('name_en')];
  const aliases = row
    .take('aliases')
    .split('|')
    .filter((part) => part !== '');
  const place = placeOf({ province: row.take('province'), city: row.take('city'), name: zh });
  const identifiers = identifiersOf(id, row.take('hospital_id'));
  const page = /https?:\/\/[^\s;]+/.exec(row.take('source'))?.[0];
  const trouble = refusal(row, row.take('licence'), row.take('quality'));
  row.drop('note');
  if (trouble !== null) return trouble;
  if (zh === '' || en === '') return issue('missing-cell', row.row, 'name_zh', 'the row is no pair of names');
  return {
    kind: 'institution',
    row: row.row,
    key: id,
    raw: row.raw,
    cite: page ?? (id.startsWith('ror:') ? `https://ror.org/${id.slice(4)}` : 'https://ror.org'),
    names: [
      { value: zh, kind: 'legal', language: 'zh' },
      { value: en, kind: 'english', language: 'en' },
      ...aliases.filter((value) => value !== zh && value !== en).map(aliasOf),
    ],
    identifiers,
    place,
    credentials: [],
  };
};

/** A pair of names a row, with its ROR number; no credential, ever. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    yield record(row);
    yield* row.audit();
  }
};
