import type { Parse } from '../../schema/source.ts';
import { listRows, sheetList } from '../../src/kit/list-page.ts';
import { said } from '../../src/kit/list-words.ts';
import { listedInstitutions } from '../../src/kit/listed-institutions.ts';
import { dateIn, listDate } from '../../src/kit/printed-date.ts';
import { issue } from '../../src/kit/take.ts';

const DATA = '医疗机构执业登记';

/** One registration a row, with its day of approval. The workbook's second sheet (Sheet3) is not the list. */
export const parse: Parse = function* ({ body, source }) {
  const page = sheetList(body);
  const sheets = page.tables.filter(({ name }) => name === DATA);
  const rows = listRows(
    { ...page, tables: sheets },
    { required: ['批准时间', '机构名称', '地址', '诊疗科目', '床位数', '机构类别', '经济类型'] },
  );
  for (const { name } of page.tables.filter((table) => table.name !== DATA && table.name !== 'Sheet3'))
    yield issue('unreadable-row', null, null, `the sheet ${name} was not there before and is read by nobody`);
  yield* listedInstitutions(rows, {
    issuer: source.authority.zh,
    ...source.coversOnly,
    asOf: listDate(page.words),
    credentials: ({ cells, row }) => {
      const printed = said(cells.批准时间);
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
};
