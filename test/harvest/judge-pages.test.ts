import t from 'tap';
import { columnCounter } from '../../src/harvest/gate/changed-columns.ts';
import { exchangedRows, isHollowed, likelyPairs } from '../../src/harvest/gate/column-shift.ts';
import { judgePages, median } from '../../src/harvest/gate/gate-pages.ts';
import { editionFacts } from '../../src/harvest/read/edition-facts.ts';
import { toyRecord } from '../support/toy-night.ts';

const expect = { rows: { min: 0, max: 100 }, maxDrop: 0.2 };
const page = (over: Partial<Parameters<typeof judgePages>[0]>) => ({
  records: [],
  rows: 4,
  issues: [],
  shape: '名称|地址',
  asOf: '2026-11',
  received: { snapshots: [], bodies: [] },
  reading: 'code',
  ...over,
});
const issues = (code: 'leftover-column' | 'unreadable-row', count: number) =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'issue' as const,
    code,
    row: at + 1,
    column: '新列',
    detail: '',
  }));

t.test('a page is refused from the half of its rows on with a column that nobody reads', (t) => {
  const judged = (count: number) =>
    judgePages(page({ issues: issues('leftover-column', count) }), expect, undefined);
  t.strictSame(judged(1), []);
  t.match(judged(2), [/新列 is read by nobody in 2 rows/]);
  t.end();
});

t.test('a page is refused past the share of rows that may vanish, and not at it', (t) => {
  const judged = (count: number) =>
    judgePages(page({ issues: issues('unreadable-row', count) }), expect, undefined);
  t.strictSame(judged(1), [], 'one of five');
  t.match(judged(2), [/2 of 6 rows could not be read/]);
  t.end();
});

t.test(
  'headings are held against those that the same code read, and the middle of even counts is the lower',
  (t) => {
    const before = {
      ...{ edition: 1, asOf: '2026-11', rows: 4, reading: 'code', sha256: [], goodRows: [4], missing: 0 },
      shape: '名称|电话',
    };
    const judged = (reading: string) => judgePages(page({ reading }), expect, before);
    t.match(judged('code'), [/gone 电话; new 地址/]);
    t.strictSame(judged('other code'), []);
    t.strictSame([median([4, 1, 3, 2]), median([3, 1, 2]), median([])], [2, 2, null]);
    t.end();
  },
);

const row = (...cells: readonly string[]) =>
  toyRecord('编造医院', {}, { raw: Object.fromEntries(cells.map((cell, at) => [`列${at}`, cell])) });

t.test('a row that lost some of its cells is hollowed, and one that is empty is none', (t) => {
  t.ok(isHollowed(row('甲', '乙'), row('甲', '')));
  t.notOk(isHollowed(row('甲', '乙'), row('', '')));
  t.notOk(isHollowed(row('甲', '乙'), row('甲', '丙')));
  t.end();
});

t.test('rows have exchanged their cells where two went and two came with the same texts', (t) => {
  const gone = [row('甲', '一'), row('乙', '二')];
  t.equal(exchangedRows(gone, [row('甲', '二'), row('乙', '一')]), 2);
  t.equal(exchangedRows(gone.slice(0, 1), [row('甲', '一')]), 0, 'one row has nobody to exchange with');
  t.end();
});

t.test('a text that nine rows share does not tell which row it was', (t) => {
  const pairs = (count: number) =>
    [
      ...likelyPairs(
        Array.from({ length: count }, (_, at) => row('编造路', `${at}`)),
        [row('编造路', 'x')],
      ),
    ].length;
  t.strictSame([pairs(8), pairs(9)], [8, 0]);
  t.end();
});

t.test(
  'a cell that was emptied was not cut short but was filled, and one changed cell has changed places with none',
  (t) => {
    const counted = (before: string, now: string) => {
      const counter = columnCounter();
      counter.add({ before: row(before), now: row(now) });
      return counter.changes(editionFacts([row(now), row('编造路2号')], expect));
    };
    t.match(counted('编造路1号', ''), [{ emptied: 1, cut: 0, filled: 2 }]);
    t.match(counted('编造路1号', '编造路'), [{ emptied: 0, cut: 1, exchanged: false, filled: 2 }]);
    t.end();
  },
);
