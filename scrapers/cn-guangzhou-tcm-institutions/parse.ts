import type { Parse } from '../../schema/source.ts';
import { sheetList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';

/** One licensed institution a row; the names of legal and responsible persons stay behind. */
export const parse: Parse = institutionList({
  read: sheetList,
  wanted: {
    required: ['机构名称', '登记号', '地址', '机构类别', '机构级别', '经营性质'],
    optional: ['机构第二名称', '行政区划', '床位数', '牙椅数', '诊疗科目'],
  },
});
