import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { archiveFolder } from '../../src/archive/open-archive.ts';
import { openStore } from '../../src/store/open-store.ts';
import { graft, tamper } from '../store/tamper.ts';
import { runHere } from './run-licet.ts';

const root = t.testdir({
  'our-list.csv': 'name_zh,province\n编造示例医院甲,上海市\n编造示例医院乙,上海市\n',
  data: {},
});
const data = join(root, 'data');
const bundled = 'cn-samr-protected-words';
const now = new Date('2026-05-01T00:00:00.000Z');
const run = (...args: readonly string[]) => runHere(data, args, {}, () => now);

t.test('a registry with a list of one’s own can be rebuilt from what is kept', async (t) => {
  await run('harvest', bundled);
  await run('import', 'directory', join(root, 'our-list.csv'), '--as-of', '2026-06');
  const done = await run('replay', '--json');
  t.match(JSON.parse(done.out), { generation: 2, equal: true, readOtherwise: [] });
  t.equal(done.code, 0);
});

t.test('a replay says which stored records are not the rebuilt ones', async (t) => {
  const copy = join(root, 'grafted');
  cpSync(data, copy, { recursive: true });
  const [onto = '', from = ''] = tamper(copy, (db) =>
    db.prepare<[], string>('SELECT institution_id FROM dossier ORDER BY 1').pluck().all(),
  );
  graft(copy, onto, from);
  const done = await runHere(copy, ['replay', '--json'], {}, () => now);
  t.match(JSON.parse(done.out), { equal: false, differing: [onto] });
  t.equal(done.code, 3);
});

t.test('a harvest puts the pages of a bundled source back where the archive was lost', async (t) => {
  rmSync(archiveFolder(data), { recursive: true });
  const lost = JSON.parse((await run('archive', 'check', '--json')).out);
  t.equal(lost.faults.length, 2);
  t.match((await run('harvest', bundled)).out, /unchanged/);
  const left = JSON.parse((await run('archive', 'check', '--json')).out);
  t.equal(left.faults.length, 1, 'the list of one’s own has no other copy here');
});

t.test('a lease that a fast clock stamped is told as such and can be broken', async (t) => {
  t.equal((await run('harvest', 'break-lease')).out, 'nobody holds the lease\n');
  const store = await openStore({ data });
  const fast = new Date('2031-01-01T00:00:00.000Z');
  await store.takeLease({ name: 'harvest', holder: 'made-up:1:x', now: fast, forMs: 600_000 });
  await store.close();
  const refused = await run('harvest', bundled);
  t.equal(refused.code, 2);
  t.match(refused.err, /made-up:1:x has been harvesting since 2031.*a clock is or was wrong.*break-lease/);
  const told = await run('harvest', 'break-lease');
  t.equal(told.code, 2);
  t.match(told.err, /made-up:1:x has held the lease since 2031-01-01.*until 2031.*wrong.*--force/);
  t.equal((await run('harvest', bundled)).code, 2, 'nothing was broken yet');
  t.match((await run('harvest', 'break-lease', '--force')).out, /made-up:1:x.*; it is broken/);
  t.equal((await run('harvest', bundled)).code, 0);
});

t.test(
  'the lease of a killed process that made packs is told and broken apart from that of nights',
  async (t) => {
    const store = await openStore({ data });
    await store.takeLease({ name: 'packs', holder: 'made-up:1:packs:x', now: new Date(), forMs: 600_000 });
    t.equal(
      (await run('harvest', 'break-lease')).out,
      'nobody holds the lease\n',
      'a night does not wait for it',
    );
    const told = await run('harvest', 'break-lease', '--of', 'packs');
    t.equal(told.code, 2);
    t.match(told.err, /made-up:1:packs:x has held the lease.*--force/);
    t.match((await run('harvest', 'break-lease', '--of', 'packs', '--force')).out, /it is broken/);
    t.equal(await store.lease('packs'), undefined);
    await store.close();
    const other = await run('harvest', 'break-lease', '--of', 'badges');
    t.equal(other.code, 2);
    t.match(other.err, /badges.*harvest, packs/s);
  },
);
