import type { Parse } from '../../schema/source.ts';
import { permitOf, permitRecordsLicence } from '../../src/readers/lists/licence-permit.ts';
import { sheetList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';

/** One decision a row; a decision that is not known is an issue, never a licence. */
export const parse: Parse = institutionList({
  read: sheetList,
  wanted: {
    required: ['机构名称', '许可项目', '批准时间'],
    optional: ['地址', '登记号', '统一社会信用代码', '登记发证机关', '有效期自', '有效期至', '机构类别'],
  },
  credentials: (row, number) => permitOf(row, '深圳市光明区卫生健康局', '', number),
  recordsLicence: permitRecordsLicence,
});
