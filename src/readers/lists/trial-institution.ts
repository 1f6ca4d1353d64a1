import type { InstitutionRecord, SourceIssue, Traits } from '../../../schema/record.ts';
import { isArmy } from '../../name-keys/army.ts';
import { placeOf } from '../../places/place-of.ts';
import { filedNames } from './filed-names.ts';
import { issue } from './row-reader.ts';

/** 药临床机构备字 + year + six digits. */
const filing = /^药临床机构备字((?:19|20)\d{2})\d{6}$/u;

/** One filing of a drug-trial institution, as the register prints it, and where its columns stand. */
type TrialFiling = Readonly<{
  row: number;
  raw: Readonly<Record<string, string>>;
  number: string;
  name: string;
  province: string;
  address: string;
  /** The source's own headings of number and name, for issues. */
  columns: Readonly<{ number: string; name: string }>;
}>;

const traitsOf = (name: string): Traits => ({
  body: name.includes('疾病预防控制中心') ? 'disease-control' : 'hospital',
  ...(isArmy(name) && { military: true }),
});

/**
 * The institution behind a filing (药物临床试验机构管理规定): a filing presupposes a practice licence. A row whose number is no filing
 * number, or that has no name, becomes an issue.
 */
export const trialInstitution = (filed: TrialFiling): InstitutionRecord | SourceIssue => {
  const number = filed.number.replace(/\s/gu, '').toUpperCase();
  const address = filed.address.trim().replace(/\s+/gu, ' ');
  const { row, raw, columns } = filed;
  const year = filing.exec(number)?.[1];
  if (year === undefined)
    return issue('bad-identifier', row, columns.number, `"${number}" is not 药临床机构备字 and ten digits`);
  const { names } = filedNames(filed.name);
  const [legal] = names;
  if (legal === undefined || legal.value === '')
    return issue('missing-cell', row, columns.name, `filing ${number} carries no name`);
  return {
    kind: 'institution',
    row,
    key: number,
    raw: { ...raw },
    names: [...names],
    identifiers: [{ scheme: 'trial-filing', value: number }],
    place: placeOf({ province: filed.province, address, name: legal.value }),
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
