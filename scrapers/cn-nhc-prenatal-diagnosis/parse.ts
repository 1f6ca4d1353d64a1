import type { Parse } from '../../schema/source.ts';
import { htmlList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';

/** One approved institution a row. */
export const parse: Parse = institutionList({
  read: htmlList,
  wanted: {
    required: ['机构名称', '地址'],
    optional: ['诊疗科目', '省份'],
    also: { 地区: '省份', 主营科室: '诊疗科目' },
  },
  campus: 'part',
  credentials: () => [
    {
      gate: 'prenatal-diagnosis',
      code: 'prenatal-diagnosis',
      status: 'listed',
      scope: { kind: 'institution' },
    },
  ],
});
