import type { Credential } from '../../schema/credential.ts';
import type { SourceIssue } from '../../schema/record.ts';
import type { Parse } from '../../schema/source.ts';
import { normaliseProvince } from '../../src/places/normalise-place.ts';
import { anyList } from '../../src/readers/lists/any-list.ts';
import { cellText } from '../../src/readers/lists/cell-text.ts';
import type { TableRow } from '../../src/readers/lists/headings.ts';
import { listRows } from '../../src/readers/lists/list-page.ts';
import { listedInstitutions } from '../../src/readers/lists/listed-institutions.ts';
import { dateIn, listDate } from '../../src/readers/lists/printed-date.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';
import { plainTechnology, technologies } from './lookups.ts';

const filingOf = ({ cells, row }: TableRow, issuer: string): readonly Credential[] | SourceIssue => {
  const printed = cellText(cells.技术名称);
  const code = technologies[plainTechnology(printed)];
  if (code === undefined)
    return issue(
      'unknown-word',
      row,
      '技术名称',
      `"${printed}" is on no national list; a province may have added it`,
    );
  const filed = cellText(cells.备案日期);
  const date = filed === '' ? undefined : dateIn(filed);
  if (date === null) return issue('bad-date', row, '备案日期', `"${filed}" is no date`);
  const number = cellText(cells.备案号);
  return [
    {
      gate: 'restricted-technology',
      code,
      status: 'filed',
      scope: { kind: 'institution' },
      issuer: cellText(cells.登记发证机关) || issuer,
      ...(number !== '' && { number }),
      ...(date !== undefined && { eventDate: date, validFrom: date }),
    },
  ];
};

/** One filing a row: an institution and a technology. The page's key names the province. */
export const parse: Parse = async function* ({ body, page, source }) {
  const list = await anyList(body, ['机构名称', '技术名称']);
  const rows = listRows(list, {
    required: ['机构名称', '技术名称'],
    optional: [
      '备案日期',
      '备案号',
      '登记号',
      '统一社会信用代码',
      '地址',
      '行政区划',
      '省份',
      '登记发证机关',
      '机构类别',
      '批次',
    ],
  });
  const province = normaliseProvince(page.key.replaceAll('-', ' ')) ?? undefined;
  const issuer = province === undefined ? source.authority.zh : `${province}卫生健康委员会`;
  yield* listedInstitutions(rows, {
    issuer,
    province,
    asOf: listDate(list.words),
    key: ({ cells }) =>
      [page.key, cellText(cells.机构名称), cellText(cells.地址), cellText(cells.技术名称)].join('|'),
    credentials: (row) => filingOf(row, issuer),
  });
};
