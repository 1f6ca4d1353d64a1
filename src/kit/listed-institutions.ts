import type { PartialDate } from '../../schema/base.ts';
import type { Credential } from '../../schema/credential.ts';
import type { Identifier, InstitutionRecord, SourceIssue } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import type { Heading, TableRow, Wanted } from './headings.ts';
import { normaliseIdentifier } from './identifier.ts';
import { parseLicenceNumber } from './licence-number.ts';
import { type ListPage, listRows } from './list-page.ts';
import { campusIn, checkColumns, gradeCode, gradeCredential, namesOf, said, traitsOf } from './list-words.ts';
import { placeOf } from './places.ts';
import { listDate } from './printed-date.ts';
import { issue } from './take.ts';
import { parseUscc } from './uscc.ts';

/** What holds for every row of a list, and what a row says of credentials. */
export type ListFacts = Readonly<{
  /** The authority that licenses what it lists. */
  issuer: string;
  /** Where the whole list is about, when it is. */
  province?: string | undefined;
  city?: string | undefined;
  /** The list's own date; null when it prints none, undefined when it shows the state of the day it is read. */
  asOf: PartialDate | null | undefined;
  /**
   * What a row about a campus speaks of: `own`, the campus by its full name, as licences do (the default); `part`, its hospital,
   * with the campus as the scope of the approval.
   */
  campus?: 'own' | 'part' | undefined;
  /** What identifies a row in the next edition, where neither licence number nor name does. */
  key?: ((row: TableRow) => string) | undefined;
  /** Credentials of a row; by default that its authority lists it as licensed. An issue stands in the row's place. */
  credentials?: (row: TableRow, number: string | undefined) => readonly Credential[] | SourceIssue;
  /** Of a list of decisions: whether the row, read as these credentials, records a licence (`schema/record.ts`). */
  recordsLicence?: ((credentials: readonly Credential[]) => boolean) | undefined;
}>;

type Found = Readonly<{ identifiers: readonly Identifier[]; issues: readonly SourceIssue[] }>;

const NUMBERS = [
  { heading: '登记号', scheme: 'licence-number', parse: parseLicenceNumber },
  { heading: '统一社会信用代码', scheme: 'uscc', parse: parseUscc },
] as const;

/** Numbers of the row. One that other rows carry too is its holder's, not the institution's: it stays in `raw` only. */
const numbersOf = ({ cells, row }: TableRow, shared: ReadonlySet<string>): Found => {
  const identifiers: Identifier[] = [];
  const issues: SourceIssue[] = [];
  for (const { heading, scheme, parse } of NUMBERS) {
    const printed = said(cells[heading]);
    if (printed === '') continue;
    const value = normaliseIdentifier(printed);
    const read = parse(value);
    if (!read.wellFormed)
      issues.push(issue('bad-identifier', row, heading, `"${printed}": ${read.problem.en}`));
    else if (!shared.has(`${scheme} ${value}`)) identifiers.push({ scheme, value });
  }
  return { identifiers, issues };
};

const sharedNumbers = (rows: readonly TableRow[]): ReadonlySet<string> => {
  const seen = new Map<string, number>();
  for (const { cells } of rows)
    for (const { heading, scheme } of NUMBERS) {
      const key = `${scheme} ${normaliseIdentifier(said(cells[heading]))}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  return new Set([...seen].filter(([, times]) => times > 1).map(([key]) => key));
};

const licensed = (facts: ListFacts, number: string | undefined): Credential => ({
  gate: 'practice-licence',
  code: 'licence',
  status: 'listed',
  scope: { kind: 'institution' },
  issuer: facts.issuer,
  ...(number !== undefined && { number }),
});

const placeIn = ({ cells }: TableRow, name: string, facts: ListFacts) =>
  placeOf({
    province: said(cells.省份) || facts.province,
    city: facts.city ?? (said(cells.行政区划).endsWith('市') ? said(cells.行政区划) : undefined),
    district: said(cells.行政区划),
    address: said(cells.地址).replace(/\s+/gu, ' '),
    name,
  });

type Shared = Readonly<{ numbers: ReadonlySet<string>; names: ReadonlySet<string> }>;

const keyOf = (row: TableRow, number: string | undefined, shared: Shared): string => {
  const name = said(row.cells.机构名称);
  if (number !== undefined) return number;
  return shared.names.has(name) ? `${name}|${said(row.cells.地址)}` : name;
};

/** Approvals of a campus, when the row is read as a part of its hospital. */
const scoped = (
  { cells }: TableRow,
  credentials: readonly Credential[],
  facts: ListFacts,
): readonly Credential[] => {
  const campus = facts.campus === 'part' ? campusIn(said(cells.机构名称)) : null;
  if (campus === null) return credentials;
  const address = said(cells.地址);
  const scope = { kind: 'campus', text: campus, ...(address !== '' && { address }) } as const;
  return credentials.map((credential) => ({ ...credential, scope }));
};

const recordOf = (row: TableRow, facts: ListFacts, shared: Shared): (InstitutionRecord | SourceIssue)[] => {
  const { cells } = row;
  const printed = said(cells.机构名称);
  if (printed === '') return [issue('missing-cell', row.row, '机构名称', 'the row names no institution')];
  const { identifiers, issues } = numbersOf(row, shared.numbers);
  const number = identifiers.find(({ scheme }) => scheme === 'licence-number')?.value;
  const credentials = facts.credentials?.(row, number) ?? [licensed(facts, number)];
  if ('code' in credentials) return [...issues, credentials];
  const grade = gradeCode(said(cells.机构级别), said(cells.机构等次));
  const names = namesOf(printed, said(cells.机构第二名称), facts.campus);
  const kind = said(cells.机构类别);
  const record: InstitutionRecord = {
    kind: 'institution',
    row: row.row,
    key: facts.key?.(row) ?? keyOf(row, number, shared),
    raw: row.raw,
    ...(typeof facts.asOf === 'string' && { asOf: facts.asOf }),
    names,
    identifiers: [...identifiers],
    place: placeIn(row, names[0]?.value ?? printed, facts),
    traits: traitsOf(names[0]?.value ?? printed, kind, [said(cells.经济类型), said(cells.经营性质)]),
    credentials: [
      ...scoped(row, credentials, facts),
      ...(grade === undefined || grade === null ? [] : [gradeCredential(grade, facts.issuer)]),
    ],
    ...(facts.recordsLicence !== undefined && { presupposesLicence: facts.recordsLicence(credentials) }),
  };
  const word = `${said(cells.机构级别)} ${said(cells.机构等次)}`.trim();
  const odd = issue('unknown-word', row.row, '机构级别', `"${word}" is no known level or grade`);
  return [...issues, ...(grade === undefined ? [odd] : []), record];
};

const repeated = (texts: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const text of texts) (seen.has(text) ? twice : seen).add(text);
  return twice;
};

/**
 * One institution a row of an authority's list: names, numbers, place, level, and that it is listed. Words, numbers and names
 * that cannot be read become issues beside or instead of their row. Throws `ShapeError` when columns hold something else
 * than their headings say.
 */
export function* listedInstitutions(
  rows: readonly TableRow[],
  facts: ListFacts,
): Generator<InstitutionRecord | SourceIssue> {
  const column = (heading: Heading) => rows.map(({ cells }) => said(cells[heading]));
  checkColumns(column('机构名称'), column('地址'));
  const names = repeated(rows.map(({ cells }) => said(cells.机构名称)));
  const shared: Shared = { numbers: sharedNumbers(rows), names };
  if (facts.asOf === null)
    yield issue('bad-date', null, null, 'the list prints no date of its own, so its rows have none');
  for (const row of rows) yield* recordOf(row, facts, shared);
}

/** How the list of one authority is read. */
export type ListReading = Readonly<{
  /** The format: `htmlList` or `sheetList`. */
  read: (body: Uint8Array) => ListPage;
  wanted: Wanted;
  credentials?: ListFacts['credentials'];
  recordsLicence?: ListFacts['recordsLicence'];
  key?: ListFacts['key'];
  campus?: ListFacts['campus'];
}>;

/**
 * The parser of a list that one authority publishes of the institutions it licenses: issuer and place come from the
 * descriptor, the date from the page.
 */
export const institutionList = ({ read, wanted, credentials, ...reading }: ListReading): Parse =>
  function* ({ body, source }) {
    const page = read(body);
    yield* listedInstitutions(listRows(page, wanted), {
      issuer: source.authority.zh,
      ...source.coversOnly,
      asOf: source.dated === 'when-read' ? undefined : listDate(page.words),
      ...(credentials !== undefined && { credentials }),
      ...reading,
    });
  };
