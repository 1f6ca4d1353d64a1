import { join } from 'node:path';
import t from 'tap';
import { openArchive } from '../../src/archive/open-archive.ts';
import { runCli } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { systemClock } from '../../src/clock.ts';
import { addPartnerKey } from '../../src/http/partners/partner-keys.ts';
import { makeBackup } from '../../src/jobs/backup/make-backup.ts';
import { moveFolder } from '../../src/jobs/move/move-folder.ts';
import { NotTheSame, proveSame } from '../../src/jobs/move/prove-same.ts';
import {
  keepStateIn,
  keepStateInFiles,
  openMove,
  openServiceState,
  openStore,
} from '../../src/store/open-store.ts';
import { DatabaseNotEmpty } from '../../src/store/sql/database-not-empty.ts';
import { storageFault } from '../../src/store/storage-fault.ts';
import { engines } from '../support/engines.ts';
import { emptyDatabase } from '../support/postgres.ts';
import { openToy, type Toy, toyRecord, toySource } from '../support/toy-night.ts';
import { readerSays } from './acts/nights.ts';
import { told } from './told.ts';

const speaking = (err: string[]): Terminal => {
  const tell = (text: string): void => void err.push(text);
  const watch = { isTTY: false, write: tell } as unknown as NodeJS.WriteStream;
  return { out: () => undefined, err: tell, columns: 100, watched: false, watch, paint: (_, text) => text };
};

const rows = [toyRecord('编造甲示例医院'), toyRecord('编造乙示例医院')];

const filled = async (data: string): Promise<Toy> => {
  const toy = await openToy(data);
  await toy.night([toySource(data, rows)]);
  await toy.night([toySource(data, rows.slice(0, 1), { asOf: '2026-02-01' })]);
  return toy;
};

t.test('a folder that cannot be moved, or a database that is none, is refused in one line', async (t) => {
  const data = join(t.testdir(), 'data');
  const to = 'postgres://made-up@127.0.0.1:1/none';
  await (await openStore({ data })).close();
  const refused = async (args: readonly string[], database?: string) => {
    const err: string[] = [];
    if (database !== undefined) process.env.LICET_DATABASE_URL = database;
    const code = await runCli(['move', ...args], speaking(err), systemClock);
    delete process.env.LICET_DATABASE_URL;
    return [code, err.join('').trim().split('\n').length, err.join('')];
  };
  t.match(await refused(['--from', join(data, 'none'), '--to', to]), [2, 1, /is not there/]);
  t.match(await refused(['--from', data, '--to', 'https://db.example/licet']), [2, 1, /--to is no database/]);
  t.match(await refused(['--from', data, '--to', to], to), [2, 1, /LICET_DATABASE_URL is set/]);
  t.match(await refused(['--from', data, '--to', to]), [4, 1, /does not answer \(ECONNREFUSED\)/]);
  t.match(await refused(['--from', data]), [2, 1, /name the database by LICET_DATABASE_URL/]);
  t.match(await refused(['--from', data], to), [4, 1, /does not answer \(ECONNREFUSED\)/]);
  t.match(await refused(['--from', data, '--to', to], 'mysql://secret'), [2, 1, /^(?!.*secret)/]);
});

t.test('registries that do not say the same are told apart', async (t) => {
  const [one, other] = [await filled(t.testdir({ one: {} })), await filled(join(t.testdirName, 'other'))];
  t.teardown(() => Promise.all([one.store.close(), other.store.close()]));
  t.match(await proveSame(one.store, other.store), { generation: 2, institutions: 2 });
  await other.night([toySource(other.root, [toyRecord('编造丙示例医院')])]);
  await t.rejects(proveSame(one.store, other.store), NotTheSame);
});

if (engines.length > 1)
  t.test('a folder moved into a database says there what it said before, and goes on from it', async (t) => {
    const data = join(t.testdir(), 'data');
    const toy = await filled(data);
    const says = told(await readerSays(toy.store.reader()));
    const hash = toy.store.reader().reference.registryHash;
    await toy.store.close();
    const before = openServiceState(data);
    await addPartnerKey(before.partnerKeys, 'Made-up Agency', '2026-11-21');
    const keys = await before.partnerKeys.list();
    await before.close();

    const database = await emptyDatabase();
    const now = new Date('2026-11-21T08:00:00Z');
    const seen: number[] = [];
    const another = join(t.testdirName, 'another');
    await (await openStore({ data: another })).close();
    await openServiceState(another).close();
    keepStateIn(another, database);
    const cutOff = moveFolder({
      data,
      database,
      now,
      progress: () => {
        throw new Error('made up: cut off among the pages');
      },
    });
    await t.rejects(cutOff, /cut off/);
    await t.rejects(openStore({ data: another }), /the move did not end/, 'nobody answers from a half');
    const half = await openMove(data, database);
    await half.copyState();
    await half.close();
    await t.rejects(openStore({ data: another }), /the move did not end/, 'nor before both were compared');

    const moved = await moveFolder({ data, database, now, progress: (done) => seen.push(done) });
    t.match(moved, { generation: 2, registryHash: hash, institutions: 2, pages: 2 });
    t.strictSame(seen, [1, 2]);

    const after = await openToy(data);
    const state = openServiceState(data);
    t.teardown(() => Promise.all([after.store.close(), state.close()]));
    t.strictSame(told(await readerSays(after.store.reader())), says);
    t.strictSame(await state.partnerKeys.list(), keys);
    const [page] = await after.store.snapshots();
    t.ok(await openArchive(data).get(page?.sha256 ?? ''), 'its pages are there');
    await after.night([toySource(data, [toyRecord('编造丁示例医院')])], '2026-03-01T00:00:00.000Z');
    t.equal(after.store.reader().generation, 3, 'rows that come now have numbers of their own');
    t.equal(await addPartnerKey(state.partnerKeys, 'Made-up Other', '2026-11-21').then(() => true), true);
    const file = join(t.testdirName, 'backup.tar.gz');
    keepStateIn(join(t.testdirName, 'a server of its own'), database);
    const order = { data: join(t.testdirName, 'a server of its own'), file, recipients: [], now };
    t.match((await makeBackup(order)).manifest, { generation: 3 }, 'a backup needs no folder that is there');
    const again = moveFolder({ data: another, database, now, progress: () => undefined });
    await t.rejects(again, DatabaseNotEmpty);
    await t.rejects(again, /DROP SCHEMA licet CASCADE/);
    keepStateInFiles(data);
    const cause = await openStore({ data }).catch((thrown: unknown) => thrown);
    t.match(storageFault(cause), {
      kind: 'moved',
      remedy: /LICET_DATABASE_URL, or remove .*moved-to-database/,
    });
  });
