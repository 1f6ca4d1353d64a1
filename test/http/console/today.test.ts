import { join } from 'node:path';
import t from 'tap';
import { readConfig } from '../../../src/config.ts';
import { openServiceState } from '../../../src/store/open-store.ts';
import { metricsOf } from '../../support/app.ts';
import { consoleOf } from '../../support/console.ts';
import { folderSource } from '../../support/folder-source.ts';
import { listNight, openApi, TODAY } from '../../support/operator-api.ts';

const { metrics } = readConfig({ LICET_METRICS_TOKEN: 'made-up-metrics-token' });
const api = await openApi(t, { metrics });
const id = 'cn-toyville-list';
folderSource(api.catalogue, { id, expect: { rows: { min: 0, max: 100 }, maxDrop: 0.1 } });
const { get, post, signedIn } = consoleOf({ ...api, now: () => TODAY.getTime() });
const reviewer = await signedIn('Made-up Reviewer', 'reviewer');
const today = async (): Promise<string> => (await get(reviewer.cookie, '/console')).body;

t.test('a refusal that somebody upheld waits for nobody, on the page and in the metrics', async (t) => {
  await listNight(api, id, 10);
  const { id: run } = await listNight(api, id, 4);
  t.match(await today(), /What waits[\s\S]*Refused<\/a>: 1/);
  const before = await metricsOf(api.app);
  t.match(before, /licet_source_troubled\{source="cn-toyville-list",state="refused"\} 1\n/);
  t.match(before, /licet_waiting\{what="refusals"\} 1\n/);
  const at = join('/console/refused', `${run}`, id);
  await post(reviewer.cookie, at, { decision: 'refuse', reason: 'the page is cut off' });
  const page = await today();
  t.notMatch(page, /Refused<\/a>: 1/);
  t.match(
    page,
    /What failed<\/h2><ul><li>[\s\S]*a person looked and upheld it/,
    'the list ages all the same',
  );
  const after = await metricsOf(api.app);
  t.notMatch(after, /licet_source_troubled\{/);
  t.match(after, /licet_waiting\{what="refusals"\} 0\n/);
});

t.test('pairs that wait for a judgement are counted, and lead to where they are judged', async (t) => {
  const waiting = /licet_waiting\{what="pairs"\} (\d+)/.exec(await metricsOf(api.app))?.[1] ?? '0';
  t.equal((await api.licet('judge', '--list')).err, `${waiting} pairs to judge: licet judge --by <who>\n`);
  const line = new RegExp(`href="/console/review">Pairs of records[^<]*</a>: ${waiting}<`);
  t.ok(waiting === '0' || line.test(await today()), `${waiting} pairs`);
});

t.test('who writes now, since when, until when and how that is ended is said while it lasts', async (t) => {
  t.match(await today(), /Who writes to the registry now<\/h2><p>Nobody\. .*The last one: /);
  t.match(await metricsOf(api.app), /licet_lease_taken_timestamp_seconds 0\n/);
  const { store } = api.registry;
  const holder = 'made-up-host:4711';
  await store.takeLease({ name: 'harvest', holder, now: TODAY, forMs: 600_000 });
  t.match(
    await today(),
    /held by made-up-host:4711 since 2026-11-21 16:00; it ends by 2026-11-21 16:10[\s\S]*licet harvest break-lease --force/,
  );
  t.match(await metricsOf(api.app), /licet_lease_taken_timestamp_seconds 1795248000\n/);
  await store.dropLease('harvest', holder);
  await store.takeLease({
    name: 'harvest',
    holder,
    now: new Date(TODAY.getTime() - 660_000),
    forMs: 600_000,
  });
  t.match(await today(), 'Its time has run out');
  await store.dropLease('harvest', holder);
});

t.test('whom partners ask for most stands there, most first', async (t) => {
  t.match(await today(), 'Nobody was asked for in the last five weeks.');
  const ids = (await api.registry.store.reader().institutionsOn?.(id)) ?? [];
  const state = openServiceState(api.data);
  await state.demand.add(
    new Map([
      [ids[0] ?? '', 1],
      [ids[1] ?? '', 1200],
      ['gone', 9],
    ]),
    '2026-11-21',
  );
  await state.close();
  const order = new RegExp(
    `Asked for most</h2><ol><li><a href="/hospitals/${ids[1]}">[^<]+</a>: 1,200 questions</li><li><a href="/hospitals/${ids[0]}">[^<]+</a>: 1 question<`,
  );
  t.match(await today(), order);
});
