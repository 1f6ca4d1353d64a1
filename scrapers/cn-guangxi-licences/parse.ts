import type { Parse } from '../../schema/source.ts';
import { permitOf, permitRecordsLicence } from '../../src/readers/lists/licence-permit.ts';
import { htmlList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';

/** One decision a row; a decision that is not known is an issue, never a licence. */
export const parse: Parse = institutionList({
  read: htmlList,
  wanted: {
    required: ['机构名称', '地址', '许可项目', '登记号'],
    optional: ['机构类别'],
  },
  credentials: (row, number) => permitOf(row, '广西壮族自治区卫生健康委员会', '', number),
  recordsLicence: permitRecordsLicence,
});
