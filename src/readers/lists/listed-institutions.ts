import type { PartialDate } from '../../../schema/base.ts';
import type { Credential } from '../../../schema/credential.ts';
import type { Heading } from '../../../schema/lexicon/list-words.ts';
import type { InstitutionRecord, SourceIssue } from '../../../schema/record.ts';
import type { Parse, RowWisePage } from '../../../schema/source.ts';
import { placeOf } from '../../places/place-of.ts';
import {
  campusIn,
  cellText,
  checkColumns,
  gradeCode,
  gradeCredential,
  namesOf,
  traitsOf,
} from './cell-text.ts';
import { type TableRow, unreadColumns, type Wanted } from './headings.ts';
import { type ListPage, listRows } from './list-page.ts';
import { listDate } from './printed-date.ts';
import { numbersOf, repeated, sharedNumbers } from './row-numbers.ts';
import { issue } from './row-reader.ts';
import { rowWiseParser } from './row-wise-parser.ts';

/** What holds for every row of a list, and what a row says of credentials. */
type ListFacts = Readonly<{
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
  /** What identifies a row in the next edition, where neither the licence number nor the name does. */
  key?: ((row: TableRow) => string) | undefined;
  /** Credentials of a row; by default that its authority lists it as licensed. An issue stands in the row's place. */
  credentials?: (row: TableRow, number: string | undefined) => readonly Credential[] | SourceIssue;
  /** Of a list of decisions: whether the row, read as these credentials, records a licence (`schema/record.ts`). */
  recordsLicence?: ((credentials: readonly Credential[]) => boolean) | undefined;
}>;

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
    province: cellText(cells.省份) || facts.province,
    city: facts.city ?? (cellText(cells.行政区划).endsWith('市') ? cellText(cells.行政区划) : undefined),
    district: cellText(cells.行政区划),
    address: cellText(cells.地址).replace(/\s+/gu, ' '),
    name,
  });

type Shared = Readonly<{ numbers: ReadonlySet<string>; names: ReadonlySet<string> }>;

const keyOf = (row: TableRow, number: string | undefined, shared: Shared): string => {
  const name = cellText(row.cells.机构名称);
  if (number !== undefined) return number;
  return shared.names.has(name) ? `${name}|${cellText(row.cells.地址)}` : name;
};

/** Approvals of a campus, when the row is read as a part of its hospital. */
const scoped = (
  { cells }: TableRow,
  credentials: readonly Credential[],
  facts: ListFacts,
): readonly Credential[] => {
  const campus = facts.campus === 'part' ? campusIn(cellText(cells.机构名称)) : null;
  if (campus === null) return credentials;
  const address = cellText(cells.地址);
  const scope = { kind: 'campus', text: campus, ...(address !== '' && { address }) } as const;
  return credentials.map((credential) => ({ ...credential, scope }));
};

const recordOf = (row: TableRow, facts: ListFacts, shared: Shared): (InstitutionRecord | SourceIssue)[] => {
  const { cells } = row;
  const printed = cellText(cells.机构名称);
  if (printed === '') return [issue('missing-cell', row.row, '机构名称', 'the row names no institution')];
  const { identifiers, issues } = numbersOf(row, shared.numbers);
  const number = identifiers.find(({ scheme }) => scheme === 'licence-number')?.value;
  const credentials = facts.credentials?.(row, number) ?? [licensed(facts, number)];
  if ('code' in credentials) return [...issues, credentials];
  const grade = gradeCode(cellText(cells.机构级别), cellText(cells.机构等次));
  const names = namesOf(printed, cellText(cells.机构第二名称), facts.campus);
  const kind = cellText(cells.机构类别);
  const record: InstitutionRecord = {
    kind: 'institution',
    row: row.row,
    key: facts.key?.(row) ?? keyOf(row, number, shared),
    raw: row.raw,
    ...(typeof facts.asOf === 'string' && { asOf: facts.asOf }),
    names,
    identifiers: [...identifiers],
    place: placeIn(row, names[0]?.value ?? printed, facts),
    traits: traitsOf(names[0]?.value ?? printed, kind, [cellText(cells.经济类型), cellText(cells.经营性质)]),
    credentials: [
      ...scoped(row, credentials, facts),
      ...(grade === undefined || grade === null ? [] : [gradeCredential(grade, facts.issuer)]),
    ],
    ...(facts.recordsLicence !== undefined && { presupposesLicence: facts.recordsLicence(credentials) }),
  };
  const word = `${cellText(cells.机构级别)} ${cellText(cells.机构等次)}`.trim();
  const odd = issue('unknown-word', row.row, '机构级别', `"${word}" is no known level or grade`);
  return [...issues, ...(grade === undefined ? [odd] : []), record];
};

type InstitutionPage = Omit<RowWisePage, 'read'> &
  Readonly<{ read(at: number): Iterable<InstitutionRecord | SourceIssue> }>;

/** What decides how a row is read besides its text: the list's own facts, and which numbers and names several rows carry. */
const contextOf = ({ issuer, province, city, campus }: ListFacts, { numbers, names }: Shared): string =>
  JSON.stringify([issuer, province, city, campus, [...numbers].sort(), [...names].sort()]);

/**
 * One institution a row of an authority's list: names, numbers, place, level, and that it is listed. Words, numbers and names
 * that cannot be read become issues beside or instead of their row. Throws `ShapeError` when most cells of the name or address
 * column hold something else than its heading says.
 */
export const institutionPage = (rows: readonly TableRow[], facts: ListFacts): InstitutionPage => {
  const column = (heading: Heading) => rows.map(({ cells }) => cellText(cells[heading]));
  checkColumns(column('机构名称'), column('地址'));
  const names = repeated(column('机构名称'));
  const shared: Shared = { numbers: sharedNumbers(rows), names };
  const undated = issue('bad-date', null, null, 'the list prints no date of its own, so its rows have none');
  return {
    context: contextOf(facts, shared),
    asOf: facts.asOf ?? undefined,
    issues: [...unreadColumns(rows), ...(facts.asOf === null ? [undated] : [])],
    rows: rows.length,
    text: (at) => JSON.stringify(rows[at]?.raw),
    read: (at) => {
      const row = rows[at];
      return row === undefined ? [] : recordOf(row, facts, shared);
    },
  };
};

/** The rows of a list, read as `institutionList` does, for sources that find their rows or facts in another way. */
export function* listedInstitutions(
  rows: readonly TableRow[],
  facts: ListFacts,
): Generator<InstitutionRecord | SourceIssue> {
  const list = institutionPage(rows, facts);
  yield* list.issues;
  for (const at of rows.keys()) yield* list.read(at);
}

/** How the list of one authority is read. */
type ListReading = Readonly<{
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
  rowWiseParser(({ body, source }) => {
    const page = read(body);
    return institutionPage(listRows(page, wanted), {
      issuer: source.authority.zh,
      ...source.coversOnly,
      asOf: source.dated === 'when-read' ? undefined : listDate(page.words),
      ...(credentials !== undefined && { credentials }),
      ...reading,
    });
  });
