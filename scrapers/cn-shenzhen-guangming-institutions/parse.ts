import type { Parse } from '../../schema/source.ts';
import { htmlList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';

/** One institution a row: its name and address. */
export const parse: Parse = institutionList({
  read: htmlList,
  wanted: { required: ['机构名称', '地址'] },
});
