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
const list = (
  changed: Readonly<Record<number, Cells>>,
  keys: Readonly<Record<number, string>> = {},
): readonly SourceRecord[] =>
  Array.from({ length: ROWS }, (_, at) => {
    const one = row(at + 1, changed[at + 1]);
    return { ...one, key: keys[at + 1] ?? one.key };
  });

/** What a night says of a list in which these rows read otherwise than the night before, under the same keys unless others are named. */
const nightOf = async (
  t: Test,
  changed: Readonly<Record<number, Cells>>,
  keys?: Readonly<Record<number, string>>,
) => {
  const toy = await openFetchedToy(t);
  toy.origin.on('/list', listPage(list({})), listPage(list(changed, keys)));
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

t.test('a row that lost the cell it is known by, and is otherwise as it was, waits too', async (t) => {
  t.match(await nightOf(t, { 3: { 名称: '' } }, { 3: '编造路3号' }), [
    { state: 'refused', refusals: [/1 rows lost cells by which they were known, e.g. 编造路3号/] },
  ]);
});

t.test('rows that came in the place of as many others and hold the very same words wait too', async (t) => {
  const exchanged = { 3: { 地址: '编造路7号' }, 7: { 地址: '编造路3号' } };
  t.match(await nightOf(t, exchanged, { 3: '三与七', 7: '七与三' }), [
    {
      state: 'refused',
      refusals: [/2 rows came in the place of as many others and hold the very same words/],
    },
  ]);
  t.match(
    await nightOf(t, { 3: { 地址: '编造新路7号' }, 7: { 地址: '编造路3号' } }, { 3: '三与七', 7: '七与三' }),
    [{ state: 'accepted' }],
    'one new word, and they are other rows',
  );
});
