import type { Parse } from '../../schema/source.ts';
import { htmlList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';

/** One institution a row, with level and grade in two columns. */
export const parse: Parse = institutionList({
  read: htmlList,
  wanted: { required: ['机构名称', '行政区划', '机构类别', '机构级别', '机构等次', '经营性质'] },
});
