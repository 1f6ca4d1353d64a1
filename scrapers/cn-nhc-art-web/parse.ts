import { htmlList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';

/**
 * One institution a row, and no approval: the page does not tell 正式 from 试运行, and a newer row without that word would hide
 * a trial operation that the documents print. Techniques stay in the row's own words.
 */
export const parse = institutionList({
  read: htmlList,
  wanted: {
    required: ['机构名称', '诊疗科目', '地址'],
    optional: ['省份'],
    also: { 地区: '省份', 主营科室: '诊疗科目' },
  },
  campus: 'part',
  credentials: () => [],
});
