import type { Parse } from '../../schema/source.ts';
import { cellText } from '../../src/readers/lists/cell-text.ts';
import { sheetList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';

/** One institution a row, licensed by the authority its row names. */
export const parse: Parse = institutionList({
  read: sheetList,
  wanted: {
    required: ['机构名称', '地址', '登记发证机关', '机构类别', '机构级别', '统一社会信用代码'],
    optional: ['机构第二名称', '经营性质', '床位数', '牙椅数'],
  },
  credentials: ({ cells }) => [
    {
      gate: 'practice-licence',
      code: 'licence',
      status: 'listed',
      scope: { kind: 'institution' },
      issuer: cellText(cells.登记发证机关) || '无锡市卫生健康委员会',
    },
  ],
});
