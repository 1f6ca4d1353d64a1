import t from 'tap';
import { ShapeError } from '../../schema/source.ts';
import { tableRows, unreadColumns } from '../../src/readers/lists/headings.ts';

const HOSPITAL = '编造示例医院';

t.test('a further column is left unread and said by its heading, unless it could take a row back', (t) => {
  const wanted = { required: ['机构名称', '地址'] } as const;
  const read = (further: string) =>
    tableRows(
      [
        ['机构名称', '地址', further],
        [HOSPITAL, '某路', '编造的人'],
      ],
      wanted,
    );
  const rows = read('经办');
  t.strictSame(rows[0]?.raw, { 机构名称: HOSPITAL, 地址: '某路' }, 'nobody knows whose name that is');
  t.match(unreadColumns(rows), [{ code: 'leftover-column', row: null, column: '经办' }]);
  for (const heading of ['注销日期', '执业状态', 'Status', '是否暂停'])
    t.throws(() => read(heading), ShapeError, heading);
  t.end();
});
