import type { Credential } from '../../schema/credential.ts';
import type { InstitutionRecord, SourceIssue } from '../../schema/record.ts';
import { type Parse, ShapeError } from '../../schema/source.ts';
import { isArmy } from '../../src/name-keys/army.ts';
import { normaliseProvince } from '../../src/places/normalise-place.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { readDocx } from '../../src/readers/formats/docx-table.ts';
import { filedNames } from '../../src/readers/lists/filed-names.ts';
import { dateIn } from '../../src/readers/lists/printed-date.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';
import { readWhole } from '../../src/readers/lists/whole-list.ts';
import { type Line, linesOf } from './lines.ts';
import { plainWords, states, techniques } from './lookups.ts';

/** An institution at one address: the lines of its techniques. */
type Holder = readonly [Line, ...Line[]];

const holdersOf = (lines: readonly Line[]): readonly Holder[] => {
  const holders: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const last = holders.at(-1);
    const same = last?.[0].place === line.place && last[0].number === line.number;
    if (last !== undefined && same && last[0].name === line.name && last[0].address === line.address)
      last.push(line);
    else holders.push([line]);
  }
  return holders;
};

/** The province cell counts its institutions: 北京市（18家）. Another number of them means the page is not whole. */
const checkCounts = (holders: readonly Holder[]): void => {
  for (const [cell, members] of Map.groupBy(holders, ([first]) => first.place)) {
    const [, province = '', count] = /^(.+?)[（(](\d+)家[）)]$/u.exec(cell) ?? [];
    if (count === undefined || normaliseProvince(province) === null)
      throw new ShapeError(`"${cell}" is no province with its number of institutions`);
    if (Number(count) !== members.length)
      throw new ShapeError(`${province}: ${count} institutions are printed, ${members.length} were read`);
  }
};

const credentialOf = (line: Line, campus: string | null): Credential | SourceIssue => {
  const code = techniques[plainWords(line.technique)];
  const status = states[plainWords(line.state)];
  if (code === undefined)
    return issue('unknown-word', line.row, '技术', `"${line.technique}" is no known technique`);
  if (status === undefined)
    return issue('unknown-word', line.row, '运行情况', `"${line.state}" is neither 正式 nor 试运行`);
  const scope = { kind: 'campus', address: line.address, ...(campus !== null && { text: campus }) } as const;
  return { gate: 'assisted-reproduction', code, status, scope };
};

const recordOf = (holder: Holder, repeated: ReadonlySet<string>, asOf: string | null) => {
  const [first] = holder;
  const [province = ''] = first.place.split(/[（(]/u, 1);
  const { names, campus } = filedNames(first.name);
  const read = holder.map((line) => credentialOf(line, campus));
  const credentials = read.filter((one) => 'gate' in one);
  const record: InstitutionRecord = {
    kind: 'institution',
    row: first.row,
    key: [province || '人类精子库', first.name, ...(repeated.has(first.name) ? [first.address] : [])].join(
      '|',
    ),
    raw: {
      ...(first.place !== '' && { 省份: first.place }),
      编号: first.number,
      机构: first.name,
      地址: first.address,
      技术: holder.map((line) => `${line.technique}（${line.state}）`).join('；'),
    },
    ...(asOf !== null && { asOf }),
    names: [...names],
    identifiers: [],
    place: placeOf({ province, address: first.address, name: first.name }),
    traits: { body: 'hospital', ...(isArmy(first.name) && { military: true }) },
    credentials,
  };
  const issues = read.filter((one) => 'detail' in one);
  return credentials.length === 0 ? issues : [...issues, record];
};

/**
 * One institution at one address a record, a credential per technique with its own 正式 or 试运行. Which of the two documents it
 * is follows from the width of its table. Throws when a province's printed count differs from what was read, and for a technique
 * or status that is not known.
 */
export const parse: Parse = readWhole(async function* ({ body }) {
  const { tables, text } = await readDocx(body);
  const lines = linesOf(tables);
  const holders = holdersOf(lines);
  if (lines.some(({ place }) => place !== '')) checkCounts(holders);
  const names = holders.map(([first]) => first.name);
  const repeated = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  const asOf = text.map(dateIn).find((date) => date !== null) ?? null;
  if (asOf === null) yield issue('bad-date', null, null, 'the document prints no date');
  for (const holder of holders) yield* recordOf(holder, repeated, asOf);
});
