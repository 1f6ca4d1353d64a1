import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { openStore } from '../../src/store/store.ts';
import { listPage } from '../support/fetched-toy.ts';
import { folderSource } from '../support/folder-source.ts';
import { startOrigin } from '../support/origin.ts';
import { toyRecord } from '../support/toy-night.ts';

const rows = (...numbers: number[]) =>
  numbers.map((at) =>
    toyRecord(
      `编造第${at}示例医院`,
      { province: '编造省', city: '编造市' },
      { row: at, raw: { 名称: `${at}` } },
    ),
  );

const child = join(import.meta.dirname, '../support/fetching-nights.ts');
const spawnNights = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });

t.test(
  'killed at any moment of a fetched night, nothing is lost and nothing half-read is published',
  async (t) => {
    const root = t.testdir();
    const origin = await startOrigin();
    t.teardown(() => origin.close());
    const catalogue = join(root, 'scrapers');
    const pages = Array.from({ length: 400 }, (_, night) =>
      listPage(
        Array.from({ length: 20 }, (_, at) =>
          toyRecord(
            `编造第${at}示例医院`,
            { province: '编造省' },
            { row: at + 1, raw: { 名称: `${at}`, 夜: `${night}` } },
          ),
        ),
      ),
    );
    for (const name of ['one', 'two']) {
      origin.on(`/${name}`, ...pages);
      folderSource(catalogue, {
        id: `cn-toyville-${name}`,
        cadence: '0 3 * * *',
        pages: [{ key: 'list', url: `${origin.url}/${name}` }],
      });
    }
    let generation = 0;
    for (let round = 0; round < 4; round += 1) {
      const process = spawnNights(root, catalogue);
      await once(process.stdout ?? process, 'data');
      await wait(31 * round);
      process.kill('SIGKILL');
      await once(process, 'exit');
      const store = await openStore({ file: join(root, 'licet.db') });
      const reader = store.reader();
      t.ok(reader.generation >= generation, `generation ${reader.generation} after ${generation}`);
      generation = reader.generation;
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
    }
    t.ok(generation > 0);
    const after = spawnNights(root, catalogue, '2');
    t.same(
      await once(after, 'exit'),
      [0, null],
      'and the next process goes on, once the dead one’s turn has run out',
    );
  },
);

t.test('two processes at once: what is due is fetched by one of them', async (t) => {
  const root = t.testdir();
  const origin = await startOrigin();
  t.teardown(() => origin.close());
  const catalogue = join(root, 'scrapers');
  folderSource(catalogue, { cadence: '0 3 * * *', pages: [{ key: 'list', url: `${origin.url}/list` }] });
  origin.on('/list', listPage(rows(1, 2)));
  const both = [1, 2].map(() => spawnNights(root, catalogue, '5', 'still'));
  t.same(await Promise.all(both.map((one) => once(one, 'exit'))), [
    [0, null],
    [0, null],
  ]);
  const store = await openStore({ file: join(root, 'licet.db') });
  t.teardown(() => store.close());
  const nights = await store.nights(100);
  t.ok(nights.every(({ state }) => state === 'done'));
  t.equal((await store.runs(100)).length, 1, 'the night was read once');
});
