import type { InstitutionRecord, SourceIssue, Traits } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { isArmy } from '../../src/kit/army.ts';
import { readCsv } from '../../src/kit/csv.ts';
import { filedNames } from '../../src/kit/filed-names.ts';
import { placeOf } from '../../src/kit/places.ts';
import { issue, type Row } from '../../src/kit/take.ts';

const columns = ['record_no', 'name', 'province', 'address'];
/** 药临床机构备字 + year + six digits. */
const filing = /^药临床机构备字((?:19|20)\d{2})\d{6}$/u;

const traitsOf = (name: string): Traits => ({
  body: name.includes('疾病预防控制中心') ? 'disease-control' : 'hospital',
  ...(isArmy(name) && { military: true }),
});

const record = (row: Row): InstitutionRecord | SourceIssue => {
  const number = row.take('record_no').replace(/\s/gu, '').toUpperCase();
  const printed = row.take('name');
  const province = row.take('province');
  const address = row.take('address').replace(/\s+/gu, ' ');
  const year = filing.exec(number)?.[1];
  if (year === undefined)
    return issue('bad-identifier', row.row, 'record_no', `"${number}" is not 药临床机构备字 and ten digits`);
  const { names } = filedNames(printed);
  const [legal] = names;
  if (legal === undefined || legal.value === '')
    return issue('missing-cell', row.row, 'name', `filing ${number} carries no name`);
  return {
    kind: 'institution',
    row: row.row,
    key: number,
    raw: row.raw,
    names: [...names],
    identifiers: [{ scheme: 'trial-filing', value: number }],
    place: placeOf({ province, address, name: legal.value }),
    traits: traitsOf(legal.value),
    credentials: [
      {
        gate: 'practice-licence',
        code: 'trial-filing',
        status: 'filed',
        scope: { kind: 'institution', ...(address !== '' && { address }) },
        number,
        validFrom: year,
      },
    ],
  };
};

/** One filing a row; a row whose number is no filing number, or that has no name, becomes an issue. */
export const parse: Parse = function* ({ body }) {
  for (const row of readCsv(body, columns)) {
    yield record(row);
    yield* row.audit();
  }
};
