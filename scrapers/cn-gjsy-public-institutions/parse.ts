import type { InstitutionRecord } from '../../schema/record.ts';
import { type Parse, ShapeError } from '../../schema/source.ts';
import { divisionOf } from '../../src/identifiers/division-codes.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { cellText, couldBeInstitution } from '../../src/readers/lists/cell-text.ts';
import { htmlList, listRows } from '../../src/readers/lists/list-page.ts';
import { listedInstitutions } from '../../src/readers/lists/listed-institutions.ts';
import { termIn } from '../../src/readers/lists/printed-date.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

const NONE = /(没有|未)(查询到|找到)(相关|符合条件的)?(记录|结果|数据|事业单位)|共\s*0\s*条/u;

/** The search may list annual reports (年度报告) instead of registrations. */
const ANNUAL = /年度报告|报告年度|年报/u;

/**
 * Where the body is registered follows from its credit code; the page prints no address. One registered with the nation
 * (100000) has no province: its name then founds no institution and joins only by the code.
 */
const registered = (record: InstitutionRecord): InstitutionRecord => {
  const code = record.identifiers.find(({ scheme }) => scheme === 'uscc')?.value ?? '';
  const { province, city } = divisionOf(code.slice(2, 8));
  const place =
    province === null
      ? record.place
      : placeOf({ province, ...(city !== null && { city }), name: record.names[0]?.value });
  const names =
    place?.province === undefined
      ? record.names.map((name) => ({ ...name, kind: 'alias' as const }))
      : record.names;
  return { ...record, names, ...(place && { place }), traits: { ...record.traits, ownership: 'public' } };
};

/** One public institution a row. A search brings whatever bears the words, so bodies that are not medical are passed over. */
export const parse: Parse = function* ({ body, source }) {
  const page = htmlList(body);
  if (page.words.some((words) => NONE.test(words))) return;
  const headings = page.tables.flatMap(({ rows }) =>
    rows
      .slice(0, 2)
      .flat()
      .map((cell) => cell.trim()),
  );
  if (headings.some((heading) => ANNUAL.test(heading)) && !headings.includes('统一社会信用代码'))
    throw new ShapeError('the search lists annual reports without credit codes: that shows no registration');
  const all = listRows(page, {
    required: ['机构名称', '统一社会信用代码', '有效期至'],
    ignored: ['举办单位', '年度报告'],
    also: { 有效期: '有效期至' },
  });
  const rows = all.filter(({ cells }) => couldBeInstitution(cellText(cells.机构名称)));
  for (const { cells, row } of rows)
    if (termIn(cellText(cells.有效期至)) === null)
      yield issue('bad-date', row, '有效期', `"${cellText(cells.有效期至)}" is no term`);
  const facts = { issuer: source.authority.zh, asOf: undefined, credentials: () => [] };
  for (const one of listedInstitutions(rows, facts)) yield one.kind === 'institution' ? registered(one) : one;
};
