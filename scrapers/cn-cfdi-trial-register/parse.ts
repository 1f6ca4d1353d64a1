import { z } from 'zod';
import { type Parse, ShapeError } from '../../schema/source.ts';
import { readJson } from '../../src/readers/formats/json-page.ts';
import { checkColumns } from '../../src/readers/lists/cell-text.ts';
import { couldTakeBack, issue, rowReader, unreadColumn } from '../../src/readers/lists/row-reader.ts';
import { rowWiseParser } from '../../src/readers/lists/row-wise-parser.ts';
import { trialInstitution } from '../../src/readers/lists/trial-institution.ts';

const count = z.coerce.number().int().nonnegative();
const shape = z.looseObject({
  totalRows: count,
  curPage: count,
  data: z.array(z.record(z.string(), z.unknown())),
});

/** The members that are read or left aside on purpose. Others, those about contact persons above all, are dropped at once. */
const MEMBERS = ['recordNo', 'compName', 'areaName', 'address', 'recordStatus', 'companyId'];
/** Members about persons: known to come with every row, so nothing is said of them. */
const PERSONAL = /^link|man$|tel|phone|mobile|mail/i;
/** The one status seen on all 2,039 rows of 2026-09-05: filed. */
const FILED = '8';

const rawOf = (members: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(members)
      .filter(([member]) => MEMBERS.includes(member))
      .map(([member, value]) => [member, String(value ?? '')]),
  );

/** Members that nobody knows (ROW2, a row's number, came in 2026), each once. One that could take a filing back stops the run. */
const furtherIn = (data: readonly Readonly<Record<string, unknown>>[]): readonly string[] =>
  [...new Set(data.flatMap((members) => Object.keys(members)))].filter((member) => {
    if (MEMBERS.includes(member) || PERSONAL.test(member)) return false;
    if (couldTakeBack(member))
      throw new ShapeError(`the member ${member} is new and could take a filing back`);
    return true;
  });

/** A page holds as many rows as its place in the list demands: a shorter one was cut. */
const checkLength = (rows: number, size: number, page: number, total: number): void => {
  const due = Math.max(0, Math.min(size, total - size * (page - 1)));
  if (rows !== due)
    throw new ShapeError(`part ${page} holds ${rows} rows, ${due} are due of ${total} in all`);
};

/** One filing. A status that is not known, or a number that is no filing number, becomes an issue. */
function* filingOf(number: number, raw: Readonly<Record<string, string>>) {
  const row = rowReader(number, raw);
  row.drop('companyId');
  const status = row.take('recordStatus');
  const filed = trialInstitution({
    row: row.row,
    raw: row.raw,
    number: row.take('recordNo'),
    name: row.take('compName'),
    province: row.take('areaName'),
    address: row.take('address'),
    columns: { number: 'recordNo', name: 'compName' },
  });
  if (status === FILED) yield filed;
  else yield issue('unknown-word', row.row, 'recordStatus', `status "${status}" is not known`);
  yield* row.audit();
}

/** One filing a row, each read by itself. */
export const parse: Parse = rowWiseParser(({ body, page }) => {
  const { data, totalRows, curPage } = readJson(body, shape);
  checkLength(data.length, page.paging?.size ?? data.length, curPage, totalRows);
  const column = (member: string) => data.map((members) => String(members[member] ?? '').trim());
  checkColumns(column('compName'), column('address'));
  const rows = data.map(rawOf);
  return {
    context: '',
    issues: furtherIn(data).map(unreadColumn),
    rows: rows.length,
    text: (at) => JSON.stringify(rows[at]),
    read: (at) => filingOf(at + 1, rows[at] ?? {}),
  };
});
