import type { Parse } from '../../schema/source.ts';
import { anyList } from '../../src/readers/lists/any-list.ts';
import { cellText } from '../../src/readers/lists/cell-text.ts';
import { decisionStatus, permitOf, permitRecordsLicence } from '../../src/readers/lists/licence-permit.ts';
import { listRows } from '../../src/readers/lists/list-page.ts';
import { listedInstitutions } from '../../src/readers/lists/listed-institutions.ts';
import { listDate } from '../../src/readers/lists/printed-date.ts';
import { publishers } from './lookups.ts';

/** The title that says what was decided; none when two titles on the page say different things. */
const titleOf = (words: readonly string[]): string => {
  const titles = words.filter(
    (line) => line.length < 80 && /公告|通告|公示/u.test(line) && decisionStatus(line) !== undefined,
  );
  return new Set(titles.map(decisionStatus)).size === 1 ? (titles[0] ?? '') : '';
};

/** One decision a row. A notice may say in its title what was decided on all of its rows. */
export const parse: Parse = async function* ({ body, page, source }) {
  const list = await anyList(body, ['机构名称']);
  const rows = listRows(list, {
    required: ['机构名称'],
    optional: [
      '登记号',
      '统一社会信用代码',
      '地址',
      '许可项目',
      '批准时间',
      '有效期自',
      '有效期至',
      '登记发证机关',
      '行政区划',
      '机构类别',
    ],
    ignored: ['文号', '决定文号', '备注'],
    also: { 事项: '许可项目', 决定事项: '许可项目', 注销时间: '批准时间', 公告事项: '许可项目' },
  });
  const title = titleOf(list.words);
  const publisher = publishers[page.key];
  yield* listedInstitutions(rows, {
    issuer: publisher?.name ?? source.authority.zh,
    ...publisher?.place,
    asOf: listDate(list.words),
    key: ({ cells }) =>
      [page.key, cellText(cells.机构名称), cellText(cells.许可项目) || title, cellText(cells.批准时间)].join(
        '|',
      ),
    credentials: (row, number) => permitOf(row, publisher?.name ?? source.authority.zh, title, number),
    recordsLicence: permitRecordsLicence,
  });
};
