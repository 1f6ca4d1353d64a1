import { partialDate } from '../../schema/base.ts';
import type { Credential } from '../../schema/credential.ts';
import type { InstitutionRecord, Name, SourceIssue } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { given, issue, type RowReader } from '../../src/readers/lists/row-reader.ts';
import { cities, events, scopes, voices, wholes } from './lookups.ts';

const columns = [
  'org_name_en',
  'org_name_zh',
  'name_zh_in_source',
  'city',
  'region',
  'scheme',
  'program',
  'standard_edition',
  'scope_note',
  'event_type',
  'event_date',
  'date_precision',
  'source_statement',
  'source_url',
  'source_date',
  'source_type',
  'confidence',
  'as_of',
];
/** A JCI award runs three years; the rows print the award, not its end. */
const TERM_YEARS = 3;
const awards = ['accredited', 'reaccredited', 'certified'];

const namesOf = (en: string, zh: string): Name[] => [
  ...(zh === '' ? [] : [{ value: wholes[zh]?.zh ?? zh, kind: 'legal' as const, language: 'zh' as const }]),
  { value: wholes[zh]?.en ?? en, kind: 'english', language: 'en' },
];

const endOfTerm = (date: string): string => `${Number(date.slice(0, 4)) + TERM_YEARS}${date.slice(4)}`;

const credentialOf = (row: RowReader): Credential | SourceIssue => {
  const word = row.take('event_type');
  const status = events[word];
  if (status === undefined)
    return issue('unknown-word', row.row, 'event_type', `"${word}" is no known event`);
  const scopeNote = row.take('scope_note');
  const programme = row.take('program');
  const kind = programme.startsWith('Clinical Care Program') ? 'department' : scopes[scopeNote];
  if (kind === undefined)
    return issue('unknown-word', row.row, 'scope_note', `"${scopeNote}" is no known scope`);
  const date = row.take('event_date');
  if (date !== '' && !partialDate.safeParse(date).success)
    return issue('bad-date', row.row, 'event_date', `"${date}" is no date`);
  const note = row.take('source_statement');
  return {
    gate: 'accreditation',
    code: 'jci',
    status,
    scope: { kind, ...given({ text: scopeNote === '' ? programme : scopeNote }) },
    issuer: 'Joint Commission International',
    ...given({ programme, eventDate: date, note }),
    ...(awards.includes(status) &&
      date !== '' && { validFrom: date, validUntil: endOfTerm(date), termDerived: true }),
  };
};

const record = (row: RowReader): InstitutionRecord | SourceIssue => {
  const [en, zh, city] = [row.take('org_name_en'), row.take('org_name_zh'), row.take('city')];
  const place = placeOf({ city: cities[city] ?? city, name: zh });
  const [voice, asOf, cite] = [row.take('source_type'), row.take('as_of'), row.take('source_url')];
  row.drop('name_zh_in_source', 'region', 'scheme', 'standard_edition', 'date_precision', 'source_date');
  const confidence = row.take('confidence');
  const credential = credentialOf(row);
  if ('row' in credential) return credential;
  const evidenceKind = voices[voice];
  if (evidenceKind === undefined)
    return issue('unknown-word', row.row, 'source_type', `"${voice}" is no known kind of source`);
  if (confidence === 'low')
    return issue('unknown-word', row.row, 'confidence', 'rows of low confidence are not shipped');
  const { raw } = row;
  return {
    kind: 'institution',
    row: row.row,
    key: [en, ...[raw.event_type, raw.event_date, raw.program].map((word) => word?.trim())].join('|'),
    raw,
    evidenceKind,
    cite,
    ...given({ asOf }),
    names: namesOf(en, zh),
    identifiers: [],
    place,
    credentials: [credential],
  };
};

/** One reported event a row, with the evidence kind of whoever reports it; never a current mark. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    yield record(row);
    yield* row.audit();
  }
};
