import t from 'tap';
import { judgePages } from '../../src/harvest/gate/gate-pages.ts';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { listPage, openFetchedToy } from '../support/fetched-toy.ts';
import { toyRecord } from '../support/toy-night.ts';

const place = { province: '编造省', city: '编造市' };
const row = (at: number) => toyRecord(`编造第${at}示例医院`, place, { row: at, raw: { 名称: `编造${at}` } });
const rows = (...numbers: number[]) => numbers.map(row);
const DAY = ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04'].map((day) => `${day}T04:00:00.000Z`);
const [one = '', two = '', three = '', four = ''] = DAY;

t.test('a fetched page becomes an edition that keeps the way it came', async (t) => {
  const toy = await openFetchedToy(t);
  toy.origin.on('/list', listPage(rows(1, 2, 3), '"v1"'));
  const night = await toy.go(one);
  t.match(night.sources, [{ state: 'accepted', rows: 3, added: 3, asOf: '2026-05-01' }]);
  const [page] = await toy.store.snapshots();
  t.match(page, { how: 'fetched', transport: 'http', url: `${toy.origin.url}/list` });
  t.match(page?.details, { etag: '"v1"', robots: 'none' });
  t.ok(await toy.archive.has(page?.sha256 ?? ''));
  const id = (await toy.store.reader().institutionIds(null, 1))[0] ?? '';
  t.match(await toy.store.reader().dossier(id), { evidence: [{ how: 'fetched', asOf: '2026-05-01' }] });
});

t.test(
  'an unchanged page does not travel again, and a page of the day is as new as its last reading',
  async (t) => {
    const toy = await openFetchedToy(t);
    toy.origin.on('/list', listPage(rows(1, 2), '"v1"'));
    await toy.go(one);
    const again = await toy.go(two);
    t.equal(toy.origin.seen.at(-1)?.headers['if-none-match'], '"v1"');
    t.match(again.sources, [{ state: 'accepted', added: 0, changed: 0, asOf: '2026-05-02' }]);
    const sameDay = await toy.go(two);
    t.match(sameDay.sources, [{ state: 'unchanged', rows: 2 }]);
    t.equal(sameDay.raised, false);
  },
);

t.test('a list that prints its date is dated by it, and a new edition alone changes no row', async (t) => {
  const toy = await openFetchedToy(t);
  const dated = (asOf: string) => rows(1, 2).map((record) => ({ ...record, asOf }));
  const sources = [toy.source({ dated: 'printed' })];
  toy.origin.on('/list', listPage(dated('2026-04')), listPage(dated('2026-05')));
  t.match((await toy.go(one, { sources })).sources, [{ added: 2, asOf: '2026-04' }]);
  t.match((await toy.go(two, { sources })).sources, [{ state: 'accepted', changed: 0, asOf: '2026-05' }]);
});

for (const [state, answer] of [
  ['challenged', { kind: 'page', body: '<script>$_ts=window["x"]</script>', status: 412 }],
  ['unreachable', { kind: 'reset' }],
  ['unreachable', { kind: 'page', body: 'gone', status: 404 }],
  ['too-big', { kind: 'bomb', bytes: 30 * 1_048_576 }],
] as const)
  t.test(
    `a page that is ${state} (${answer.kind}) is a state of the run and never an empty list`,
    async (t) => {
      const toy = await openFetchedToy(t);
      toy.origin.on('/list', listPage(rows(1, 2)), answer);
      const before = await toy.go(one);
      const night = await toy.go(two);
      t.match(night.sources, [{ state, rows: 0, asOf: '2026-05-01' }]);
      t.equal(night.generation, before.generation);
      t.equal(night.registryHash, before.registryHash);
    },
  );

t.test('what robots.txt forbids is not asked for', async (t) => {
  const toy = await openFetchedToy(t);
  toy.origin.on('/robots.txt', { kind: 'page', type: 'text/plain', body: 'User-agent: *\nDisallow: /list' });
  t.match((await toy.go(one)).sources, [{ state: 'forbidden' }]);
  t.notOk(toy.origin.seen.some(({ path }) => path === '/list'));
});

t.test(
  'a row missed once stays with its former date, and goes when a second good run misses it',
  async (t) => {
    const toy = await openFetchedToy(t);
    toy.origin.on('/list', listPage(rows(1, 2, 3), '"a"'), listPage(rows(1, 2), '"b"'));
    const loose = [toy.source({ expect: { rows: { min: 0, max: 9 }, maxDrop: 0.5 } })];
    const evidence = async () => {
      const reader = toy.store.reader();
      const hits = await reader.findNameKey(nameKeys('编造第3示例医院').full);
      return (await reader.dossier(hits[0]?.institution ?? ''))?.evidence[0];
    };
    await toy.go(one, { sources: loose });
    t.match((await toy.go(two, { sources: loose })).sources, [{ state: 'accepted', removed: 0, missing: 1 }]);
    t.match(await evidence(), { current: true, asOf: '2026-05-01', seenLast: '2026-05-01' });
    t.match(
      (await toy.go(three, { sources: loose })).sources,
      [{ removed: 1, missing: 0 }],
      'unchanged page, second look',
    );
    t.match(await evidence(), { current: false, asOf: '2026-05-01', seenLast: '2026-05-01' });
    t.match((await toy.go(four, { sources: loose })).sources, [{ removed: 0, missing: 0 }]);
  },
);

t.test('a row that was missed once and is there again never left', async (t) => {
  const toy = await openFetchedToy(t);
  toy.origin.on('/list', listPage(rows(1, 2)), listPage(rows(1)), listPage(rows(1, 2)));
  await toy.go(one);
  t.match((await toy.go(two)).sources, [{ missing: 1 }]);
  t.match((await toy.go(three)).sources, [{ added: 0, changed: 0, missing: 0 }]);
  const reader = toy.store.reader();
  for (const id of await reader.institutionIds(null, 9))
    t.match((await reader.dossier(id))?.evidence, [
      { current: true, asOf: '2026-05-03', seenLast: '2026-05-03' },
    ]);
});

t.test(
  'headings, columns nobody reads, unreadable rows, printed totals and sudden falls are refused',
  async (t) => {
    const toy = await openFetchedToy(t);
    const withRaw = (raw: Record<string, string>) => rows(1, 2, 3, 4).map((record) => ({ ...record, raw }));
    const issue = (code: string, at: number) => ({
      kind: 'issue',
      code,
      row: at,
      column: '新列',
      detail: 'made up',
    });
    const page = (items: readonly unknown[]) =>
      ({ kind: 'page', type: 'application/json', body: JSON.stringify(items) }) as const;
    const good = withRaw({ 名称: 'a' });
    toy.origin.on(
      '/list',
      page(good),
      page(withRaw({ 名稱: 'a' })),
      page([...good, ...[1, 2, 3].map((at) => issue('leftover-column', at))]),
      page([...good, ...[5, 6].map((at) => issue('unreadable-row', at))]),
      page(good.slice(0, 2)),
    );
    const sources = [toy.source({ expect: { rows: { min: 0, max: 9 }, maxDrop: 0.2 } })];
    const refusal = async (at: string) => (await toy.go(at, { sources })).sources[0];
    t.match(await refusal(one), { state: 'accepted' });
    t.match(await refusal(two), { state: 'refused', refusals: [/other headings.*gone 名称; new 名稱/] });
    t.match(await refusal(two), { state: 'refused', refusals: [/新列 is read by nobody in 3 rows/] });
    t.match(await refusal(three), { state: 'refused', refusals: [/2 of 6 rows could not be read/] });
    t.match(await refusal(four), { state: 'refused', refusals: [/2 rows after 4 in the last good runs/] });
  },
);

t.test('a total the page prints must agree with the rows that were read', async (t) => {
  const html = (text: string) =>
    new TextEncoder().encode(`<html><table><tr><td>${text}</td></tr></table></html>`);
  const says = (text: string, totals: 'whole' | 'by-province', provinces: readonly string[]) => {
    const records = provinces.map((province, at) => ({
      page: 0,
      record: toyRecord(`编造第${at}示例医院`, { province }),
    }));
    const snapshot = { contentType: 'text/html' } as never;
    const received = { snapshots: [snapshot], bodies: [html(text)] };
    const edition = {
      records,
      rows: records.length,
      issues: [],
      asOf: null,
      shape: '',
      reading: '',
      received,
    };
    return judgePages(edition, { rows: { min: 0, max: 9 }, maxDrop: 1, totals }, undefined);
  };
  t.same(says('名单（共2家）', 'whole', ['北京市', '北京市']), []);
  t.match(says('名单（共3家）', 'whole', ['北京市']), [/prints a total of 3, 1 rows were read/]);
  t.match(says('名单', 'whole', ['北京市']), [/prints no total/]);
  t.same(says('北京市（2家）上海市（1家）', 'by-province', ['北京市', '上海市', '北京市']), []);
  t.match(says('北京市（2家）', 'by-province', ['北京市']), [/prints 2 for 北京市, 1 rows were read/]);
});
