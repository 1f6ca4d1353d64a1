import type { Parse } from '../../schema/source.ts';
import { htmlList } from '../../src/kit/list-page.ts';
import { institutionList } from '../../src/kit/listed-institutions.ts';
import { techniqueCredentials } from './techniques.ts';

/** One institution at its address a row, a credential per technique; a technique that is not in the lookups is an issue. */
export const parse: Parse = institutionList({
  read: htmlList,
  wanted: {
    required: ['机构名称', '诊疗科目', '地址'],
    optional: ['省份'],
    also: { 地区: '省份', 主营科室: '诊疗科目' },
  },
  credentials: techniqueCredentials,
  campus: 'part',
});
