import { partialDate } from '../../schema/base.ts';
import type { Credential } from '../../schema/credential.ts';
import type { InstitutionRecord, Name, SourceIssue } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { given, issue, type RowReader } from '../../src/readers/lists/row-reader.ts';
import { events, schemes, scopes, terms, voices, wholes } from './lookups.ts';

const columns = [
  'org_name_en',
  'org_name_zh',
  'city',
  'region',
  'scheme',
  'issuer',
  'level_or_program',
  'scope_note',
  'event_type',
  'event_date',
  'validity_note',
  'source_url',
  'source_date',
  'confidence',
  'as_of',
];

const namesOf = (en: string, zh: string): Name[] => [
  { value: wholes[zh]?.zh ?? zh, kind: 'legal', language: 'zh' },
  { value: wholes[zh]?.en ?? en, kind: 'english', language: 'en' },
];

const termOf = (date: string, note: string): Pick<Credential, 'validUntil' | 'termDerived'> => {
  const years = terms[note];
  return years === undefined || date === ''
    ? {}
    : { validUntil: `${Number(date.slice(0, 4)) + years}${date.slice(4)}`, termDerived: true };
};

const credentialOf = (row: RowReader): Credential | SourceIssue => {
  const [scheme, word, scopeNote] = [row.take('scheme'), row.take('event_type'), row.take('scope_note')];
  const [issuer, programme] = [row.take('issuer'), row.take('level_or_program')];
  const [date, note] = [row.take('event_date'), row.take('validity_note')];
  const [code, status, kind] = [schemes[scheme], events[word], scopes[scopeNote]];
  if (code === undefined) return issue('unknown-word', row.row, 'scheme', `"${scheme}" is no known scheme`);
  if (status === undefined)
    return issue('unknown-word', row.row, 'event_type', `"${word}" is no known event`);
  if (kind === undefined)
    return issue('unknown-word', row.row, 'scope_note', `"${scopeNote}" is no known scope`);
  if (date !== '' && !partialDate.safeParse(date).success)
    return issue('bad-date', row.row, 'event_date', `"${date}" is no date`);
  return {
    gate: 'accreditation',
    code,
    status,
    scope: { kind, ...given({ text: scopeNote }) },
    issuer,
    ...given({ programme, eventDate: date, note }),
    ...(status !== 'claimed' && { ...given({ validFrom: date }), ...termOf(date, note) }),
  };
};

const record = (row: RowReader): InstitutionRecord | SourceIssue => {
  const [en, zh, city] = [row.take('org_name_en'), row.take('org_name_zh'), row.take('city')];
  const [cite, asOf] = [row.take('source_url'), row.take('as_of')];
  row.drop('region', 'source_date', 'confidence');
  const credential = credentialOf(row);
  if ('row' in credential) return credential;
  const evidenceKind = voices[/^https?:\/\/([^/]+)/.exec(cite)?.[1] ?? ''];
  if (evidenceKind === undefined)
    return issue('unknown-word', row.row, 'source_url', `it is not known who speaks at "${cite}"`);
  return {
    kind: 'institution',
    row: row.row,
    key: [en, row.take('scheme'), row.take('event_type'), row.take('event_date')].join('|'),
    raw: row.raw,
    evidenceKind,
    ...given({ asOf }),
    cite,
    names: namesOf(en, zh),
    identifiers: [],
    place: placeOf({ city, name: zh }),
    credentials: [credential],
  };
};

/** One mark a row, with its scope; the term only where the row prints one. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    yield record(row);
    yield* row.audit();
  }
};
