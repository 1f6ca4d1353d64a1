import type { Parse } from '../../schema/source.ts';
import { htmlList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';

/** One institution a row, with its level and economic type. */
export const parse: Parse = institutionList({
  read: htmlList,
  wanted: { required: ['行政区划', '机构名称', '地址', '经济类型', '机构类别', '机构级别', '经营性质'] },
});
