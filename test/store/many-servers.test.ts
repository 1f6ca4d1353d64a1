import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { findNames } from '../../src/jobs/names/find-names.ts';
import { namesFile } from '../../src/jobs/names/names-index.ts';
import { shareIndex, takeIndex } from '../../src/jobs/names/share-index.ts';
import { keepStateIn, openServiceState, openSharedFiles, openStore } from '../../src/store/open-store.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { keyLimitsIn } from '../../src/store/postgres/key-limits.ts';
import { BUILDING_MS } from '../support/building-names.ts';
import { spawnPlain } from '../support/child.ts';
import { engines } from '../support/engines.ts';
import { killedOnceItSaid } from '../support/held-step.ts';
import { emptyDatabase } from '../support/postgres.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

t.test('a server whose database does not answer counts the requests of keys for itself', async (t) => {
  const limits = keyLimitsIn('postgres://nobody@127.0.0.1:1/nothing', 'made-up');
  t.teardown(limits.close);
  const left = [];
  for (let at = 0; at < 3; at += 1) left.push((await limits.count('1', 2)).remaining);
  t.strictSame(left, [1, 0, -1]);
});

if (engines.length > 1) {
  const url = await emptyDatabase();
  const database = openDatabase(url);
  t.teardown(database.close);
  const root = t.testdir();
  const folders = ['one', 'other'].map((name) => join(root, name));
  for (const folder of folders) keepStateIn(folder, url);
  const [one = '', other = ''] = folders;

  t.test('the names index is built by one process and taken up by the others, byte for byte', async (t) => {
    const toy = await openToy(one);
    const store = await openStore({ data: other });
    const shared = openSharedFiles(other);
    if (shared === null) throw new Error('a database shares files');
    t.teardown(() => Promise.all([toy.store.close(), store.close(), shared.close()]));
    await toy.night([toySource(one, [toyRecord('编造甲示例医院'), toyRecord('编造乙示例医院')])]);
    await store.refresh();
    const taking = { reader: store.reader(), file: namesFile(other), shared };
    t.equal(await takeIndex(taking), false, 'nobody has built it yet');
    const building = { ...taking, store: toy.store, reader: toy.store.reader(), file: namesFile(one) };
    // A patient one builds all the same where nobody works.
    await Promise.all([
      shareIndex({ ...building, patient: true }),
      shareIndex({ ...taking, store, patient: false }),
    ]);
    t.ok(readFileSync(namesFile(one)).equals(readFileSync(namesFile(other))));
    t.equal(
      await database.pool.prepare<[], number>('SELECT count(*) FROM shared_file').pluck().get(),
      1,
      'it was kept once',
    );

    writeFileSync(namesFile(other), 'damaged');
    await findNames(other, store.reader());
    t.ok(readFileSync(namesFile(one)).equals(readFileSync(namesFile(other))), 'and fetched again');
    await database.pool.exec('DELETE FROM shared_part');
    writeFileSync(namesFile(other), 'damaged');
    t.equal(await takeIndex(taking), false, 'half of it is not taken for it');
    t.equal(String(readFileSync(namesFile(other))), 'damaged', 'and nothing is put in its place');
  });

  t.test('where the process that builds the names index is killed, another one builds it', async (t) => {
    const toy = await openToy(one);
    t.teardown(() => toy.store.close());
    await toy.night([toySource(one, [toyRecord('编造丙示例医院'), toyRecord('编造丁示例医院')])]);
    const dir = t.testdir();
    const [killed, third] = ['killed', 'third'].map((name) => join(dir, name));
    if (killed === undefined || third === undefined) throw new Error('two were named');
    const script = join(import.meta.dirname, '../support/building-names.ts');
    await killedOnceItSaid(spawnPlain([script, killed, url]), 'held');
    keepStateIn(third, url);
    const store = await openStore({ data: third });
    const shared = openSharedFiles(third);
    if (shared === null) throw new Error('a database shares files');
    t.teardown(() => Promise.all([store.close(), shared.close()]));
    t.match((await store.lease('names'))?.holder, /:names:/, 'its lease is still there');
    const needs = { store, reader: store.reader(), file: namesFile(third), shared };
    await shareIndex({ ...needs, patient: false, buildingMs: BUILDING_MS });
    t.equal(await store.lease('names'), undefined);
    t.equal(await takeIndex({ ...needs, file: namesFile(other) }), true, 'and kept it for all');
    t.ok(readFileSync(namesFile(third)).equals(readFileSync(namesFile(other))));
  });

  t.test('a key has its requests a minute at all servers together', async (t) => {
    const states = [openServiceState(one), openServiceState(other)];
    t.teardown(() => Promise.all(states.map((state) => state.close())));
    const left = [];
    for (let at = 0; at < 4; at += 1) left.push(await states[at % 2]?.keyLimits?.count('7', 3));
    t.match(left, [{ remaining: 2 }, { remaining: 1 }, { remaining: 0 }, { remaining: -1 }]);
    t.match(await states[0]?.keyLimits?.count('8', 3), { remaining: 2 }, 'each key for itself');
  });

  t.test('one process at a time has a turn, and it ends with its connection', async (t) => {
    const [first, second] = [openServiceState(one), openServiceState(other)];
    t.teardown(() => Promise.all([first.close(), second.close()]));
    const end = await first.turn('watches');
    t.equal(await second.turn('watches'), null);
    await (await second.turn('headlines'))?.();
    await end?.();
    const again = await second.turn('watches');
    t.type(again, 'function');
    await database.pool.exec(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()",
    );
    await (await first.turn('watches'))?.();
    await again?.();
    const last = await second.turn('watches');
    t.type(last, 'function', 'whoever lost it may ask again');
    await last?.();
  });
}
