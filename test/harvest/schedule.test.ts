import { getPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { obtainFetched } from '../../src/harvest/obtain/obtain-fetched.ts';
import { runDue } from '../../src/jobs/due-night.ts';
import { nextDue } from '../../src/jobs/next-due.ts';
import { startSchedule } from '../../src/jobs/schedule.ts';
import { openStore } from '../../src/store/open-store.ts';
import { shanghaiDay } from '../../src/text/dates.ts';
import { editionAt } from '../../src/verdict/evidence/edition-at.ts';
import { listPage, openFetchedToy, quickFetcher } from '../support/fetched-toy.ts';
import { folderSource } from '../support/folder-source.ts';
import { startOrigin } from '../support/origin.ts';
import { priorities } from '../support/priorities.ts';
import { toyRecord } from '../support/toy-night.ts';

const DAY = 86_400_000;
const rows = (...numbers: number[]) =>
  numbers.map((at) =>
    toyRecord(
      `编造第${at}示例医院`,
      { province: '编造省', city: '编造市' },
      { row: at, raw: { 名称: `${at}` } },
    ),
  );

t.test('a source is due by its cadence from its last run, and a failed one the next day', async (t) => {
  const toy = await openFetchedToy(t);
  const begun = new Date('2026-05-01T00:00:00Z');
  const due = (
    cadence: string | null,
    lastRunAt: string | null,
    lastRun: 'accepted' | 'unreachable' | null,
  ) =>
    nextDue(
      toy.source({ cadence }).descriptor,
      { lastRunAt, lastRun },
      { begun, jitterMs: 1 },
    )?.toISOString();
  t.equal(
    due('0 3 * * 1', null, null),
    '2026-05-03T19:00:00.000Z',
    'three in the morning in Shanghai, a Monday',
  );
  t.equal(due('0 3 * * 1', '2026-05-03T19:10:00.000Z', 'accepted'), '2026-05-10T19:00:00.000Z');
  t.equal(due('0 3 * * 1', '2026-05-03T19:10:00.000Z', 'unreachable'), '2026-05-04T19:10:00.000Z');
  t.equal(due(null, null, null), undefined);
});

t.test('the clock is that of Shanghai all the year, wherever the service stands', async (t) => {
  const toy = await openFetchedToy(t);
  const { descriptor } = toy.source({ cadence: '0 3 * * *' });
  const zone = process.env.TZ;
  t.teardown(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  for (const place of ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Pacific/Auckland']) {
    process.env.TZ = place;
    let lastRunAt = '2026-01-01T20:00:00.000Z';
    for (let day = 0; day < 366; day += 1) {
      const last = { lastRunAt, lastRun: 'accepted' } as const;
      const next = nextDue(descriptor, last, { begun: new Date(0), jitterMs: 1 })?.getTime() ?? 0;
      if (next - Date.parse(lastRunAt) !== DAY - (day === 0 ? DAY / 24 : 0))
        t.fail(`${place}: after ${lastRunAt} comes ${new Date(next).toISOString()}`);
      lastRunAt = new Date(next).toISOString();
    }
    t.equal(lastRunAt, '2027-01-02T19:00:00.000Z', place);
  }
});

t.test('sixty nights: unchanged, changed, missed, unreachable and slept through', async (t) => {
  const toy = await openFetchedToy(t);
  const fetcher = quickFetcher();
  t.teardown(() => fetcher.close());
  const { store, archive } = toy;
  const source = toy.source({ freshnessDays: 10, expect: { rows: { min: 1, max: 9 }, maxDrop: 0.5 } });
  const obtain = obtainFetched({ fetcher, archive, store });
  let time = Date.parse('2026-04-30T12:00:00Z');
  await toy.go(new Date(time).toISOString(), { sources: [] });
  const night = async (day: number) => {
    time = Date.parse('2026-04-30T20:00:00Z') + day * DAY;
    const clock = () => new Date(time);
    const report = await runDue({
      store,
      archive,
      sources: [source],
      obtain,
      clock,
      holder: 'test',
      jitterMs: 1,
    });
    const at = editionAt(store.reader().reference, 'cn-toyville-list', shanghaiDay(clock()));
    return { run: report?.sources[0], state: at?.state };
  };
  toy.origin.on('/list', listPage(rows(1, 2, 3), '"a"'));
  for (let day = 0; day < 20; day += 1) t.match(await night(day), { run: { rows: 3 }, state: 'fresh' });
  toy.origin.on('/list', listPage(rows(1, 2), '"b"'));
  t.match(await night(20), { run: { missing: 1, removed: 0 } });
  t.match(await night(21), { run: { missing: 0, removed: 1 } });
  toy.origin.on('/list', { kind: 'page', body: 'x', status: 412 });
  const challenged = [];
  for (let day = 22; day < 40; day += 1) challenged.push(await night(day));
  t.ok(challenged.every(({ run }) => run?.state === 'challenged'));
  const states = challenged.map(({ state }) => state);
  t.same([...new Set(states)], ['fresh', 'stale'], 'it ages, visibly');
  t.equal(states.indexOf('stale'), 10, 'last read on 22 May, it may decide until 1 June');
  toy.origin.on('/list', listPage(rows(1, 2, 4), '"c"'));
  t.match(
    await night(50),
    { run: { added: 1, asOf: '2026-06-20' }, state: 'fresh' },
    'ten nights slept through, caught up at once',
  );
  t.equal((await night(50)).run, undefined, 'and once');
  toy.origin.on('/list', listPage(rows(1, 2), '"d"'));
  t.match(await night(51), { run: { missing: 1, removed: 0, asOf: '2026-06-21' } });
  toy.origin.on('/list', listPage(rows(1, 2, 4), '"e"'));
  t.match(
    await night(52),
    { run: { missing: 0, removed: 0, added: 0, changed: 0 } },
    'missed once, it stays',
  );
  toy.origin.on('/list', listPage([], '"f"'));
  t.match(await night(53), { run: { state: 'refused' }, state: 'fresh' });
  t.equal((await store.reader().counts()).institutions, 4, 'also those that left their list are remembered');
  toy.origin.on('/list', listPage(rows(1, 2, 4), '"g"'));
  for (let day = 54; day < 60; day += 1)
    t.match(await night(day), { run: { rows: 3, removed: 0 }, state: 'fresh' });
  t.equal((await store.lastNights()).get('cn-toyville-list')?.length, 30);
  const nights = await store.nights(100);
  t.ok(nights.every(({ state }) => state === 'done'));
  t.match((await store.night(nights[0]?.id ?? 0))?.report, {
    kind: 'schedule',
    sources: [{ state: 'accepted' }],
  });
});

t.test(
  'the night runs in a thread of its own, and the serving thread takes over what it published',
  async (t) => {
    const data = t.testdir();
    const origin = await startOrigin();
    const catalogue = join(data, 'scrapers');
    folderSource(catalogue, { cadence: '* * * * * *', pages: [{ key: 'list', url: `${origin.url}/list` }] });
    origin.on('/list', listPage(rows(1, 2, 3)));
    const store = await openStore({ data });
    t.teardown(async () => {
      await Promise.all([store.close(), origin.close()]);
    });
    await store.beginNight({ at: '2026-05-01T00:00:00.000Z', kind: 'harvest' });
    const news: string[] = [];
    const log = {
      info: (_: object, text: string) => news.push(text),
      error: (about: object) => news.push(JSON.stringify(about)),
    };
    const schedule = startSchedule(
      {
        data,
        contact: null,
        fetch: true,
        look: '* * * * * *',
        jitterMs: 1,
        catalogue,
        fetchSettings: { allowLoopback: true, gapMs: 0 },
      },
      log,
    );
    while (!(await store.refresh())) await wait(20);
    t.equal((await store.reader().counts()).institutions, 3);
    if (process.platform === 'linux') {
      const [all, own] = [priorities(), getPriority()];
      t.ok(
        all.some((one) => one > own),
        `one gives way to those that answer: ${all.join(' ')}`,
      );
    }
    await schedule.stop();
    t.match(news, ['a source was read', 'the night is over'], news.join());
  },
);
