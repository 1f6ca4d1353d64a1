import type { Parse } from '../../schema/source.ts';
import { htmlList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';
import { readWhole } from '../../src/readers/lists/whole-list.ts';
import { organCredentials } from './organs.ts';

/** One hospital a row, a credential per organ; an organ that is not in the lookups stops the run. */
export const parse: Parse = readWhole(
  institutionList({
    read: htmlList,
    wanted: {
      required: ['机构名称', '诊疗科目', '地址'],
      optional: ['省份'],
      also: { 地区: '省份', 主营科室: '诊疗科目' },
    },
    credentials: organCredentials,
    campus: 'part',
  }),
);
