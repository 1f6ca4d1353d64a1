import type { Parse } from '../../schema/source.ts';
import { cellText } from '../../src/readers/lists/cell-text.ts';
import { listRows, sheetList } from '../../src/readers/lists/list-page.ts';
import { institutionPage } from '../../src/readers/lists/listed-institutions.ts';
import { dateIn, listDate } from '../../src/readers/lists/printed-date.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';
import { rowWiseParser } from '../../src/readers/lists/row-wise-parser.ts';

const DATA = '医疗机构执业登记';

/** One registration a row, with its day of approval. The workbook's second sheet (Sheet3) is not the list. */
export const parse: Parse = rowWiseParser(({ body, source }) => {
  const page = sheetList(body);
  const sheets = page.tables.filter(({ name }) => name === DATA);
  const rows = listRows(
    { ...page, tables: sheets },
    { required: ['批准时间', '机构名称', '地址', '诊疗科目', '床位数', '机构类别', '经济类型'] },
  );
  const unread = page.tables
    .filter(({ name }) => name !== DATA && name !== 'Sheet3')
    .map(({ name }) =>
      issue('unreadable-row', null, null, `the sheet ${name} was not there before and is read by nobody`),
    );
  const list = institutionPage(rows, {
    issuer: source.authority.zh,
    ...source.coversOnly,
    asOf: listDate(page.words),
    credentials: ({ cells, row }) => {
      const printed = cellText(cells.批准时间);
      const date = dateIn(printed);
      if (date === null) return issue('bad-date', row, '批准时间', `"${printed}" is no date`);
      return [
        {
          gate: 'practice-licence',
          code: 'licence',
          status: 'listed',
          scope: { kind: 'institution' },
          issuer: source.authority.zh,
          eventDate: date,
        },
      ];
    },
  });
  return { ...list, issues: [...unread, ...list.issues] };
});
