import { partialDate } from '../../schema/base.ts';
import type { InstitutionRecord, Name, SourceIssue } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { given, issue, type RowReader } from '../../src/readers/lists/row-reader.ts';
import { kinds } from './lookups.ts';

const columns = ['record_no', 'alias', 'kind', 'basis', 'source_url', 'valid_from', 'valid_to'];
/** Where a name without an address of its own is printed: the register itself. */
const register = 'https://beian.cfdi.org.cn/CTMDS/pub/PUB010100.do?method=handle06';

const isDate = (text: string): boolean => text === '' || partialDate.safeParse(text).success;

const record = (row: RowReader): InstitutionRecord | SourceIssue => {
  const [number, value, word] = [row.take('record_no'), row.take('alias'), row.take('kind')];
  const [cite, validFrom, validUntil] = [
    row.take('source_url'),
    row.take('valid_from'),
    row.take('valid_to'),
  ];
  row.drop('basis');
  const kind = kinds[word];
  if (kind === undefined) return issue('unknown-word', row.row, 'kind', `"${word}" is no known kind of name`);
  if (!/^药临床机构备字\d{10}$/u.test(number))
    return issue('bad-identifier', row.row, 'record_no', `"${number}" is no filing number`);
  if (value === '') return issue('missing-cell', row.row, 'alias', 'the row carries no name');
  if (!isDate(validFrom) || !isDate(validUntil))
    return issue('bad-date', row.row, 'valid_from', `"${validFrom}" to "${validUntil}" are no dates`);
  const name: Name = {
    value,
    kind,
    language: /\p{Script=Han}/u.test(value) ? 'zh' : 'en',
    ...given({ cite, validFrom, validUntil }),
  };
  return {
    kind: 'institution',
    row: row.row,
    key: `${number}|${word}|${value}`,
    raw: row.raw,
    cite: cite === '' ? register : cite,
    names: [name],
    identifiers: [{ scheme: 'trial-filing', value: number }],
    credentials: [],
  };
};

/** One name of one filed institution a row. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    yield record(row);
    yield* row.audit();
  }
};
