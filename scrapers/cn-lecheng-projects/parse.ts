import { partialDate } from '../../schema/base.ts';
import type { CredentialStatus } from '../../schema/credential.ts';
import type { SourceIssue, SourceRecord } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { given, issue, type RowReader } from '../../src/readers/lists/row-reader.ts';
import { lechengFiledAs, lechengZone } from '../presets/lecheng.ts';
import { projects, states } from './lookups.ts';

const columns = [
  'project',
  'institution_zh',
  'status',
  'price_cny',
  'announced',
  'source_url',
  'source_date',
  'confidence',
];

type Told = Readonly<{
  code: string;
  status: CredentialStatus;
  project: string;
  price: string;
  day?: string;
}>;

const atInstitution = (
  row: RowReader,
  name: string,
  told: Told,
  base: { cite: string; asOf?: string },
): SourceRecord => ({
  kind: 'institution',
  row: row.row,
  key: `${told.code}|${name}`,
  raw: row.raw,
  ...base,
  names: [{ value: lechengFiledAs[name] ?? name, kind: 'legal', language: 'zh' }],
  identifiers: [],
  place: placeOf(lechengZone),
  traits: { lecheng: true },
  credentials: [
    {
      gate: 'lecheng',
      code: told.code,
      status: told.status,
      scope: { kind: 'project', text: told.project },
      ...given({ eventDate: told.day, note: told.price === '' ? '' : `price reported: CNY ${told.price}` }),
    },
  ],
});

const atZone = (row: RowReader, told: Told, base: { cite: string; asOf?: string }): SourceRecord => ({
  kind: 'project',
  row: row.row,
  key: told.code,
  raw: row.raw,
  ...base,
  code: told.code,
  title: /\p{Script=Han}/u.test(told.project) ? { zh: told.project } : { en: told.project },
  ...given({ validFrom: told.day }),
  detail: { status: told.status, ...given({ price: told.price }) },
});

const record = (row: RowReader): SourceRecord | SourceIssue => {
  const [project, name, word] = [row.take('project'), row.take('institution_zh'), row.take('status')];
  const [price, announced] = [row.take('price_cny'), row.take('announced')];
  const [cite, asOf] = [row.take('source_url').split(' ; ')[0] ?? '', row.take('source_date')];
  row.drop('confidence');
  const [code, status] = [projects[project], states[word]];
  if (code === undefined)
    return issue('unknown-word', row.row, 'project', `"${project}" is no project of the vocabulary`);
  if (status === undefined) return issue('unknown-word', row.row, 'status', `"${word}" is no known state`);
  const day = /^\d{4}(-\d{2}){0,2}/.exec(announced)?.[0];
  if (day !== undefined && !partialDate.safeParse(day).success)
    return issue('bad-date', row.row, 'announced', `"${announced}" opens with no date`);
  const told: Told = { code, status, project, price, ...(day !== undefined && { day }) };
  return name === ''
    ? atZone(row, told, { cite, ...given({ asOf }) })
    : atInstitution(row, name, told, { cite, ...given({ asOf }) });
};

/** A project at a named institution, or, without a name, a project of the zone. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    yield record(row);
    yield* row.audit();
  }
};
