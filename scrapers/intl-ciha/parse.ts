import { partialDate } from '../../schema/base.ts';
import type { InstitutionRecord, SourceIssue } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { given, issue, type RowReader } from '../../src/readers/lists/row-reader.ts';
import { states, voices } from './lookups.ts';

const columns = [
  'org_name_en',
  'org_name_zh',
  'city',
  'region',
  'status',
  'event_date',
  'standard_version',
  'note',
  'source_url',
  'source_date',
  'confidence',
  'as_of',
];

const record = (row: RowReader): InstitutionRecord | SourceIssue => {
  const [en, zh, city] = [row.take('org_name_en'), row.take('org_name_zh'), row.take('city')];
  const [word, eventDate, programme] = [
    row.take('status'),
    row.take('event_date'),
    row.take('standard_version'),
  ];
  const [note, cite, asOf] = [row.take('note'), row.take('source_url'), row.take('as_of')];
  row.drop('region', 'source_date', 'confidence');
  const status = states[word];
  const evidenceKind = voices[/^https?:\/\/([^/]+)/.exec(cite)?.[1] ?? ''];
  if (status === undefined) return issue('unknown-word', row.row, 'status', `"${word}" is no known status`);
  if (evidenceKind === undefined)
    return issue('unknown-word', row.row, 'source_url', `it is not known who speaks at "${cite}"`);
  if (eventDate !== '' && !partialDate.safeParse(eventDate).success)
    return issue('bad-date', row.row, 'event_date', `"${eventDate}" is no date`);
  return {
    kind: 'institution',
    row: row.row,
    key: `${en}|${word}`,
    raw: row.raw,
    evidenceKind,
    ...given({ asOf }),
    cite,
    names: [
      { value: zh, kind: 'legal', language: 'zh' },
      { value: en, kind: 'english', language: 'en' },
    ],
    identifiers: [],
    place: placeOf({ city, name: zh }),
    credentials: [
      {
        gate: 'accreditation',
        code: 'ciha',
        status,
        scope: { kind: 'institution' },
        issuer: 'Shenzhen Hospital Accreditation Research Centre (SHARC)',
        ...given({ programme, eventDate, note }),
        ...(status === 'accredited' && given({ validFrom: eventDate })),
      },
    ],
  };
};

/** One applicant or accreditation a row; the scheme's term is not printed, so none is set. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    yield record(row);
    yield* row.audit();
  }
};
