import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { obtainFetched } from '../../src/harvest/obtain/obtain-fetched.ts';
import { openStore } from '../../src/store/open-store.ts';
import { spawnPlain } from '../support/child.ts';
import { listPage, openFetchedToy, quickFetcher } from '../support/fetched-toy.ts';
import { folderSource } from '../support/folder-source.ts';
import { oneNight } from '../support/one-night.ts';
import { startOrigin } from '../support/origin.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const rows = (...numbers: number[]) =>
  numbers.map((at) =>
    toyRecord(`编造第${at}示例医院`, { province: '编造省' }, { row: at, raw: { 名称: `${at}` } }),
  );

const child = join(import.meta.dirname, '../support/fetching-nights.ts');
const spawnNights = (...args: string[]): ChildProcess => spawnPlain([child, ...args]);

t.test('killed amid a fetched night, nothing is lost and nothing half-read is published', async (t) => {
  const root = t.testdir();
  const origin = await startOrigin();
  t.teardown(() => origin.close());
  const catalogue = join(root, 'scrapers');
  const rowOf = (at: number, night: number) =>
    toyRecord(`编造第${at}示例医院`, {}, { row: at + 1, raw: { 名称: `${at}`, 夜: `${night}` } });
  const pages = Array.from({ length: 400 }, (_, night) =>
    listPage(Array.from({ length: 20 }, (_, at) => rowOf(at, night))),
  );
  for (const name of ['one', 'two']) {
    origin.on(`/${name}`, ...pages);
    folderSource(catalogue, {
      id: `cn-toyville-${name}`,
      cadence: '0 3 * * *',
      pages: [{ key: 'list', url: `${origin.url}/${name}` }],
    });
  }
  const process = spawnNights(root, catalogue);
  await once(process.stdout ?? process, 'data');
  await wait(59);
  process.kill('SIGKILL');
  await once(process, 'exit');
  const store = await openStore({ data: root });
  const reader = store.reader();
  t.ok(reader.generation > 0);
  const counts = new Map<string, Set<string>>();
  for (const id of await reader.institutionIds(null, 1000))
    for (const ref of (await reader.dossier(id))?.evidence ?? []) {
      const row = ref.current ? await reader.keptRow(ref.sha256, ref.row) : undefined;
      if (row !== undefined)
        counts.set(ref.source, (counts.get(ref.source) ?? new Set()).add(row.raw.夜 ?? ''));
    }
  t.ok(
    [...counts.values()].every(({ size }) => size === 1),
    'each list as one whole edition',
  );
  await store.close();
  t.same(
    await once(spawnNights(root, catalogue, '2'), 'exit'),
    [0, null],
    'and the next process goes on, once the dead one’s turn has run out',
  );
});

/** A folder of one source, and the web server it is read from. */
const oneList = async (t: Test) => {
  const root = t.testdir();
  const origin = await startOrigin();
  t.teardown(() => origin.close());
  const catalogue = join(root, 'scrapers');
  folderSource(catalogue, { cadence: '0 3 * * *', pages: [{ key: 'list', url: `${origin.url}/list` }] });
  return { root, origin, catalogue };
};

t.test('two processes at once: what is due is fetched by one of them', async (t) => {
  const { root, origin, catalogue } = await oneList(t);
  origin.on('/list', listPage(rows(1, 2)));
  const both = [1, 2].map(() => spawnNights(root, catalogue, '5', 'still'));
  t.same(await Promise.all(both.map((one) => once(one, 'exit'))), [
    [0, null],
    [0, null],
  ]);
  const store = await openStore({ data: root });
  t.teardown(() => store.close());
  const nights = await store.nights(100);
  t.ok(nights.every(({ state }) => state === 'done'));
  t.equal((await store.runs(100)).length, 1, 'the night was read once');
});

const rowsTo = (count: number) => rows(...Array.from({ length: count }, (_, at) => at + 1));
const many = (count: number, padding = 0) => ({
  kind: 'page' as const,
  body: `${' '.repeat(padding)}${JSON.stringify(rowsTo(count))}`,
});

const dayOf = (day: number): string => `2026-05-${String(day).padStart(2, '0')}T20:00:00.000Z`;

/** One night in a process of its own, in which no file may grow beyond so many blocks of the shell (512 or 1024 bytes). */
const nightWithin = async (root: string, catalogue: string, day: number, blocks: number) => {
  const script = join(import.meta.dirname, '../support/one-night.ts');
  const night = spawnPlain([script, root, catalogue, dayOf(day)], {}, `ulimit -f ${blocks}; `);
  const [said] = await Promise.all([night.stdout.toArray(), once(night, 'exit')]);
  return JSON.parse(Buffer.concat(said).toString());
};

const unfinished = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.partial'));

t.test(
  'a page that no room is left for ends the run cleanly; with room, the next night brings it',
  async (t) => {
    const { root, origin, catalogue } = await oneList(t);
    origin.on('/list', many(2), many(3, 3_000_000));
    t.match(await oneNight(root, catalogue, dayOf(1)), { institutions: 2, nights: ['done'] });
    const full = await nightWithin(root, catalogue, 2, 2048);
    t.match(full, { report: { sources: [{ state: 'failed', refusals: [/^the disk is full \(EFBIG/] }] } });
    t.match(full, { institutions: 2, nights: ['done', 'done'] });
    t.same(unfinished(root), [], 'nothing half-written is left behind');
    t.match(await oneNight(root, catalogue, dayOf(4)), {
      report: { sources: [{ state: 'accepted' }] },
      institutions: 3,
    });
  },
);

t.test('wherever a full database strikes, a night is published whole or not at all', async (t) => {
  const toy = await openFetchedToy(t);
  const fetcher = quickFetcher();
  t.teardown(() => fetcher.close());
  toy.origin.on('/list', many(2), many(100));
  await toy.go('2026-05-01T04:00:00.000Z');
  const states = new Set<string>();
  for (const [at, room] of [0, 10, 25, 40, 60, 120].entries()) {
    const store = await openStore({ data: toy.root, alone: true, spareBytes: room * 4096 });
    const obtain = obtainFetched({ fetcher, archive: toy.archive, store });
    const now = `2026-05-1${at}T04:00:00.000Z`;
    const night = await toy.go(now, { store, obtain }).catch((cause: unknown) => String(cause));
    const whole = typeof night !== 'string' && night.sources[0]?.state !== 'failed';
    states.add(
      whole ? 'published' : typeof night === 'string' ? night : (night.sources[0]?.refusals[0] ?? ''),
    );
    const { institutions } = await store.reader().counts();
    t.ok(
      institutions === 2 || institutions === 100,
      `${institutions} institutions with room for ${room} pages`,
    );
    const [newest] = await store.nights(1);
    t.ok(newest?.state !== 'running', 'the night is written down');
    if (typeof night === 'string')
      t.match((await store.night(newest?.id ?? 0))?.report, { error: /^the disk is full \(/ });
    t.equal((await toy.store.reader().counts()).institutions, 2, 'who answers goes on answering');
    await store.close();
  }
  t.ok(states.size > 1, [...states].join(' | '));
  await toy.go('2026-06-01T04:00:00.000Z');
  t.equal((await toy.store.reader().counts()).institutions, 100, 'with room, all of it is there');
});

t.test('on a disk of its own that fills up, readers go on, and room brings the rest', async (t) => {
  const disk = mkdtempSync(join(tmpdir(), 'licet-disk-'));
  const mount = (options: string) =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk], { stdio: 'ignore' }).status === 0;
  t.teardown(() => {
    spawnSync('umount', ['-l', disk], { stdio: 'ignore' });
    rmSync(disk, { recursive: true });
  });
  if (!mount('size=3m')) return t.pass('no disk can be had here; the limits above stand for it');
  const { store, night } = await openToy(disk);
  const list = (count: number) => toySource(t.testdir(), rowsTo(count));
  await night([list(100)], '2026-05-01T20:00:00.000Z');
  await night([list(1000)], '2026-05-02T20:00:00.000Z').catch(() => undefined);
  const written = await store.night((await store.nights(1))[0]?.id ?? 0);
  t.match(JSON.stringify(written), /the disk is full \(/);
  const other = await openStore({ data: disk });
  for (const each of [store, other]) t.equal((await each.reader().counts()).institutions, 100);
  await other.close();
  t.ok(mount('remount,size=64m'));
  await night([list(1000)], '2026-05-03T20:00:00.000Z');
  t.equal((await store.reader().counts()).institutions, 1000);
  await store.close();
  return t.same(unfinished(disk), []);
});
