import { partialDate } from '../../schema/base.ts';
import type { InstitutionRecord, SourceIssue } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { given, issue, type RowReader } from '../../src/readers/lists/row-reader.ts';
import { programmes, voices } from './lookups.ts';

const columns = [
  'programme',
  'tier_zh',
  'name_zh',
  'announced',
  'ends',
  'source_url',
  'source_date',
  'confidence',
];

const record = (row: RowReader): InstitutionRecord | SourceIssue => {
  const [programme, tier, name] = [row.take('programme'), row.take('tier_zh'), row.take('name_zh')];
  const [announced, ends] = [row.take('announced'), row.take('ends')];
  const [cite, asOf] = [row.take('source_url'), row.take('source_date')];
  row.drop('confidence');
  const evidenceKind = voices[/^https?:\/\/([^/]+)/.exec(cite)?.[1] ?? ''];
  if (evidenceKind === undefined)
    return issue(
      'unknown-word',
      row.row,
      'source_url',
      `"${cite}" is neither the city nor a known newspaper`,
    );
  const validFrom = /^\d{4}(-\d{2}){1,2}/.exec(announced)?.[0] ?? '';
  if (!partialDate.safeParse(validFrom).success)
    return issue('bad-date', row.row, 'announced', `"${announced}" opens with no date`);
  const code = programmes[programme];
  if (code === undefined)
    return issue('unknown-word', row.row, 'programme', `"${programme}" is no known programme`);
  if (name === '') return issue('missing-cell', row.row, 'name_zh', 'the row names no institution');
  return {
    kind: 'institution',
    row: row.row,
    key: `${programme}|${name}`,
    raw: row.raw,
    evidenceKind,
    asOf,
    cite,
    names: [{ value: name, kind: 'legal', language: 'zh' }],
    identifiers: [],
    place: placeOf({ province: '上海市', name }),
    credentials: [
      {
        gate: 'programme',
        code,
        status: 'active',
        scope: { kind: 'institution', text: tier },
        issuer: '上海市卫生健康委员会',
        programme,
        validFrom,
        ...given({ validUntil: ends }),
      },
    ],
  };
};

/** One pilot unit a row; rows read in the press have the evidence kind `press`. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    yield record(row);
    yield* row.audit();
  }
};
