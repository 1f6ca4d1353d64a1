import type { Parse } from '../../schema/source.ts';
import { htmlList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';

/** One facility a row: its English name and address. The label in the first column, which has no heading, means nothing here. */
export const parse: Parse = institutionList({
  read: htmlList,
  wanted: { required: ['机构名称', '地址'], ignored: ['第1列'] },
  credentials: () => [],
});
