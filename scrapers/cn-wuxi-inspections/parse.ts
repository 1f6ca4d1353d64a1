import type { Parse } from '../../schema/source.ts';
import { cellText } from '../../src/readers/lists/cell-text.ts';
import { htmlList } from '../../src/readers/lists/list-page.ts';
import { institutionList } from '../../src/readers/lists/listed-institutions.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';
import { results } from './lookups.ts';

/** One reviewed licence a row; a result that is not in the lookups is an issue, never a pass. */
export const parse: Parse = institutionList({
  read: htmlList,
  wanted: { required: ['机构名称', '校验结论'] },
  credentials: ({ cells, row }) => {
    const word = cellText(cells.校验结论);
    const status = results[word];
    if (status === undefined)
      return issue('unknown-word', row, '校验结论', `"${word}" is no known result of a review`);
    return [
      {
        gate: 'practice-licence',
        code: 'licence',
        status,
        scope: { kind: 'institution' },
        issuer: '无锡市卫生健康委员会',
        note: `校验结论：${word}`,
      },
    ];
  },
  recordsLicence: (credentials) => credentials.some(({ status }) => status === 'active'),
});
