import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import { addPartnerKey } from '../../src/http/partners/partner-keys.ts';
import { LeaseTaken } from '../../src/jobs/lease-guard.ts';
import { moveFolder } from '../../src/jobs/move/move-folder.ts';
import { markMoved } from '../../src/store/folder/moved.ts';
import {
  keepStateIn,
  keepStateInFiles,
  openMove,
  openServiceState,
  openStore,
} from '../../src/store/open-store.ts';
import { registryFile, serviceFile } from '../../src/store/sqlite/files.ts';
import { storageFault } from '../../src/store/storage-fault.ts';
import { engines } from '../support/engines.ts';
import { emptyDatabase } from '../support/postgres.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const now = new Date('2026-11-21T08:00:00Z');
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (cause: unknown) => storageFault(cause)?.code ?? cause,
  );

/** A folder with one generation that is to be moved, and another one for a process that answers from the database. */
const setUp = async (t: Test) => {
  const [data, server, database] = [
    join(t.testdir(), 'data'),
    join(t.testdirName, 'server'),
    await emptyDatabase(),
  ];
  const toy = await openToy(data);
  await toy.night([toySource(data, [toyRecord('编造甲示例医院'), toyRecord('编造乙示例医院')])]);
  keepStateIn(server, database);
  t.teardown(() => toy.store.close());
  return {
    toy,
    data,
    server,
    move: (to = database) => moveFolder({ data, database: to, now, progress: () => undefined }),
    begin: () => openMove(data, database),
    note: join(data, 'moved-to-database.txt'),
    answersThere: () => codeOf(openStore({ data: server }).then((store) => store.close())),
    answersHere: async () => {
      keepStateInFiles(data);
      return codeOf(openStore({ data }).then((store) => store.close()));
    },
  };
};

if (engines.length > 1) {
  t.test('a move that ends anywhere leaves one that answers at most, and is repeated', async (t) => {
    const { move, begin, note, answersHere, answersThere, data } = await setUp(t);
    symlinkSync(join(t.testdirName, 'none/at all'), note);
    t.match(await codeOf(move()), { code: 'ENOENT' });
    t.strictSame([await answersHere(), await answersThere()], ['done', 'HALF_MOVED'], 'no note, no answers');
    rmSync(note);
    const half = await begin();
    await half.copyState();
    markMoved(data, now);
    await half.close();
    t.strictSame([await answersHere(), await answersThere()], ['MOVED', 'HALF_MOVED'], 'a note, and no end');
    t.match(await move(), { generation: 1, institutions: 2 });
    t.strictSame([await answersHere(), await answersThere()], ['MOVED', 'done']);
    t.match(await move(), { generation: 1 }, 'whoever did not hear that it ended is told so');
    rmSync(note);
    t.match(await move(), { generation: 1 }, 'and a note that was lost is written again');
    t.equal(await answersHere(), 'MOVED');
    t.equal(await codeOf(move(await emptyDatabase())), 'MOVED', 'but it moves nowhere else');
  });

  t.test(
    'whoever waited on the empty database takes up and writes nothing before it is proven',
    async (t) => {
      const { move, begin, server, toy } = await setUp(t);
      const waiting = await openToy(server);
      const recording = openServiceState(server);
      t.teardown(() => Promise.all([waiting.store.close(), recording.close()]));
      const half = await begin();
      await half.copyState();
      t.equal(await codeOf(waiting.store.refresh()), 'HALF_MOVED');
      t.equal(waiting.store.reader().generation, 0);
      const key = () => addPartnerKey(recording.partnerKeys, 'Made-up Agency', '2026-11-21');
      t.equal(await codeOf(key()), 'HALF_MOVED');
      const night = await waiting
        .night([toySource(server, [toyRecord('编造丙示例医院')])])
        .catch((cause: unknown) => storageFault(cause)?.code);
      t.notMatch(night, { raised: true });
      await half.close();
      await move();
      t.equal(await waiting.store.refresh(), true);
      t.equal(
        await waiting.store.integrity.registryHash(),
        toy.store.reader().reference.registryHash,
        'what was moved, and no more',
      );
      t.equal(await codeOf(key()), 'done');
    },
  );

  t.test('nothing is written into a folder that is moved, by whoever was left running on it', async (t) => {
    const { move, toy, data } = await setUp(t);
    const state = openServiceState(data);
    t.teardown(state.close);
    const lease = { name: 'harvest', holder: 'made up', now, forMs: 1000 };
    await toy.store.takeLease(lease);
    t.type(await codeOf(move()), LeaseTaken, 'nobody reads lists there meanwhile');
    await toy.store.dropLease('harvest', 'made up');
    const half = await openMove(data, await emptyDatabase());
    for (const file of [registryFile(data), serviceFile(data)]) {
      const db = new Database(file, { timeout: 0 });
      t.throws(() => db.exec('BEGIN IMMEDIATE'), { code: 'SQLITE_BUSY' });
      db.close();
    }
    await half.close();
    await move();
    keepStateInFiles(data);
    t.equal(await codeOf(toy.store.refresh()), 'MOVED');
    t.equal(await codeOf(toy.store.takeLease(lease)), 'MOVED');
    t.equal(
      await codeOf(addPartnerKey(state.partnerKeys, 'Made-up Agency', '2026-11-21')),
      'MOVED',
      'what would be lost is not told of as recorded',
    );
  });
}
