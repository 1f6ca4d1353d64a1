import type { Parse } from '../../schema/source.ts';
import { sheetList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';

/** One licensed institution a row; which of the two files it stands in says who owns it, and stays with the page. */
export const parse: Parse = institutionList({
  read: sheetList,
  wanted: { required: ['机构名称', '登记号', '地址', '机构类别'] },
});
