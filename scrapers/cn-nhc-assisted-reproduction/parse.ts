import type { Credential, CredentialStatus } from '../../schema/credential.ts';
import type { InstitutionRecord, SourceIssue } from '../../schema/record.ts';
import { type Parse, ShapeError } from '../../schema/source.ts';
import { isArmy } from '../../src/name-keys/army.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { filedNames } from '../../src/readers/lists/filed-names.ts';
import { issue, type RowReader } from '../../src/readers/lists/row-reader.ts';
import { techniques } from './lookups.ts';

const columns = [
  'province',
  'province_total_printed',
  'name_zh',
  'address_zh',
  ...Object.keys(techniques),
  'in_operation',
  'on_trial',
];

const whole = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null);

/** The list prints a total behind each province (北京市（18家）): rows and total must agree, or the page is not whole. */
const checkTotals = (rows: readonly RowReader[]): void => {
  const byProvince = Map.groupBy(rows, ({ raw }) => `${raw.province}|${raw.province_total_printed}`);
  for (const [key, members] of byProvince) {
    const [province = '', printed = ''] = key.split('|');
    if (whole(printed.trim()) !== members.length)
      throw new ShapeError(
        `${province}: the list prints ${printed} institutions, ${members.length} rows came`,
        {
          province,
          printed,
          rows: members.length,
        },
      );
  }
};

/** 正式运行 when nothing is on trial, 试运行 when everything is; between them the copy does not tell which technique. */
const statusOf = (operating: number, trial: number): CredentialStatus =>
  trial === 0 ? 'formal' : operating === 0 ? 'trial' : 'some-trial';

type Counts = { readonly held: readonly string[]; readonly operating: number; readonly trial: number };

const countsOf = (row: RowReader): Counts | SourceIssue => {
  const held: string[] = [];
  for (const [column, code] of Object.entries(techniques)) {
    const cell = row.take(column);
    if (cell === '1') held.push(code);
    else if (cell !== '0') return issue('unknown-word', row.row, column, `"${cell}" is neither 1 nor 0`);
  }
  const operating = whole(row.take('in_operation'));
  const trial = whole(row.take('on_trial'));
  if (operating === null || trial === null || operating + trial !== held.length)
    return issue(
      'unreadable-row',
      row.row,
      'in_operation',
      `${held.length} techniques, but ${operating} in operation and ${trial} on trial`,
    );
  return { held, operating, trial };
};

const record = (row: RowReader, repeated: ReadonlySet<string>): InstitutionRecord | SourceIssue => {
  const province = row.take('province');
  row.drop('province_total_printed');
  const printed = row.take('name_zh');
  const address = row.take('address_zh');
  const counts = countsOf(row);
  if ('code' in counts) return counts;
  if (printed === '') return issue('missing-cell', row.row, 'name_zh', 'the row names no institution');
  const { names, campus } = filedNames(printed);
  const status = statusOf(counts.operating, counts.trial);
  const scope: Credential['scope'] = { kind: 'campus', address, ...(campus !== null && { text: campus }) };
  return {
    kind: 'institution',
    row: row.row,
    key: [province, printed, ...(repeated.has(printed) ? [address] : [])].join('|'),
    raw: row.raw,
    names: [...names],
    identifiers: [],
    place: placeOf({ province, address, name: printed }),
    traits: { body: 'hospital', ...(isArmy(printed) && { military: true }) },
    credentials: counts.held.map((code) => ({
      gate: 'assisted-reproduction',
      code,
      status,
      scope,
      ...(status === 'some-trial' && {
        note: `${counts.trial} of ${counts.held.length} techniques on trial (试运行); which one is not printed in the copy read`,
      }),
    })),
  };
};

/** One institution at one address a row, a credential per technique. Throws when a province's rows disagree with its printed total. */
export const parse: Parse = function* ({ body }) {
  const rows = readCsv(body, columns);
  checkTotals(rows);
  const names = rows.map((row) => (row.raw.name_zh ?? '').trim());
  const repeated = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  for (const row of rows) {
    yield record(row, repeated);
    yield* row.audit();
  }
};
