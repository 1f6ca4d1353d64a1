import t, { type Test } from 'tap';
import type { SourceRecord } from '../../schema/record.ts';
import { listPage, openFetchedToy } from '../support/fetched-toy.ts';
import { toyRecord } from '../support/toy-night.ts';

type Cells = Readonly<Record<string, string>>;

const ROWS = 12;
const row = (at: number, over: Cells = {}): SourceRecord =>
  toyRecord(
    `编造第${at}示例医院`,
    { province: '编造省' },
    {
      row: at,
      raw: { 名称: `编造第${at}示例医院`, 地址: `编造路${at}号`, 级别: '二级', 备注: '', 等: '甲', ...over },
    },
  );
const list = (changed: Readonly<Record<number, Cells>>): readonly SourceRecord[] =>
  Array.from({ length: ROWS }, (_, at) => row(at + 1, changed[at + 1]));

/** What a night says of a list in which these rows read otherwise than the night before, under the same keys. */
const nightOf = async (t: Test, changed: Readonly<Record<number, Cells>>) => {
  const toy = await openFetchedToy(t);
  toy.origin.on('/list', listPage(list({})), listPage(list(changed)));
  await toy.go('2026-05-01T04:00:00.000Z');
  return (await toy.go('2026-05-02T04:00:00.000Z')).sources;
};

/** A cell before them was lost, and the two behind it stand one column further to the left. */
const moved = (at: number): Cells => ({ 地址: '二级', 级别: '', 备注: `编造路${at}号` });
const oneMoved = (at: number): Cells => ({ 地址: '', 级别: '二级', 备注: `编造路${at}号` });

t.test(
  'a row whose texts stand under other headings than the night before waits for a second page',
  async (t) => {
    for (const [what, cells] of [
      ['two texts changed columns', moved(3)],
      ['one text changed its column and nothing is new', oneMoved(3)],
      ['two texts changed columns and one is new', { ...moved(3), 级别: '三级' }],
    ] as const)
      t.match(
        await nightOf(t, { 3: cells }),
        [{ state: 'refused', refusals: [/^held for a second look: 1 rows stand under other headings/] }],
        what,
      );
  },
);

t.test('two such rows are a broken table, which no second page makes good', async (t) => {
  t.match(await nightOf(t, { 3: moved(3), 7: oneMoved(7) }), [
    { state: 'refused', refusals: [/^2 rows stand under other headings than they should/] },
  ]);
});

t.test(
  'a row that says something new, or moved one text beside something new, is a correction',
  async (t) => {
    for (const [what, cells] of [
      ['another address', { 地址: '编造新路3号' }],
      ['a remark beside it', { 备注: '已迁址' }],
      [
        'the address stands under the remarks, and a new one in its place',
        { 地址: '编造新路3号', 备注: '编造路3号' },
      ],
      ['one letter under another heading', { 等: '', 备注: '甲' }],
    ] as const)
      t.match(await nightOf(t, { 3: cells }), [{ state: 'accepted', changed: 1 }], what);
  },
);
