import type { InstitutionRecord, Name, NameKind, SourceIssue } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { csvList } from '../../src/readers/formats/csv.ts';
import { issue, type RowReader } from '../../src/readers/lists/row-reader.ts';
import { citedValues, citeOf, nameOf } from './cited-names.ts';

/** Columns of further names with the kind of name in them; the values of all but `uncited` carry their address. */
const kinds: Readonly<Record<string, NameKind>> = {
  second: 'second',
  former: 'former',
  english: 'english',
  alias: 'alias',
  uncited: 'alias',
};
/** Columns whose values were read at no address that may be cited. */
const uncited = ['uncited', 'not_same_as'];
const columns = [
  ...['name', 'name_source', 'province', 'city', 'trial_filing'],
  ...[...Object.keys(kinds), 'website', 'not_same_as'],
];

/** Reads a column whose values all carry an address, or none of them; what cannot be read goes to `issues`. */
const readColumn = (row: RowReader, column: string, issues: SourceIssue[]) => {
  const values = citedValues(row.take(column));
  if (values?.every(({ cite }) => (cite === null) === uncited.includes(column))) return values;
  const what = uncited.includes(column) ? 'a value with an address' : 'a value without an address';
  issues.push(issue('unreadable-row', row.row, column, `${what}, or an address that is none`));
  return [];
};

/** The name the row is about: its legal name, with the address it was read at where there is one. */
const ownName = (row: RowReader, issues: SourceIssue[]): Name => {
  const [value, source] = [row.take('name'), row.take('name_source')];
  const cite = source === '' ? null : citeOf(source);
  if (value === '') issues.push(issue('missing-cell', row.row, 'name', 'the row names no hospital'));
  if (source !== '' && cite === null)
    issues.push(issue('unreadable-row', row.row, 'name_source', `"${source}" is no address`));
  return nameOf({ value, cite }, 'legal');
};

const record = (row: RowReader): InstitutionRecord | SourceIssue => {
  const issues: SourceIssue[] = [];
  const name = ownName(row, issues);
  const names = Object.entries(kinds).flatMap(([column, kind]) =>
    readColumn(row, column, issues).map((value) => nameOf(value, kind)),
  );
  const [website] = readColumn(row, 'website', issues);
  const others = readColumn(row, 'not_same_as', issues).map(({ value }) => value);
  const filing = row.take('trial_filing');
  if (filing !== '' && !/^药临床机构备字\d{10}$/u.test(filing))
    issues.push(issue('bad-identifier', row.row, 'trial_filing', `"${filing}" is no filing number`));
  const place = placeOf({ province: row.take('province'), city: row.take('city'), name: name.value });
  if (issues[0] !== undefined) return issues[0];
  const cite = [name, ...names].find((one) => one.cite !== undefined)?.cite;
  return {
    kind: 'institution',
    row: row.row,
    key: name.value,
    raw: row.raw,
    ...(cite !== undefined && { cite }),
    names: [name, ...names],
    identifiers: filing === '' ? [] : [{ scheme: 'trial-filing', value: filing }],
    place,
    ...(website !== undefined && { traits: { website: website.value } }),
    ...(others.length > 0 && { notSameAs: others }),
    credentials: [],
  };
};

/** One well-known hospital a row, with its names, each cited by its address or marked as uncited. */
export const parse: Parse = csvList(columns, function* (row) {
  yield record(row);
  yield* row.audit();
});
