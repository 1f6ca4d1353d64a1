import t from 'tap';
import { judgePages, median } from '../../src/harvest/gate/gate-pages.ts';

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
