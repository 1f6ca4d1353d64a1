import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { systemClock } from '../../src/clock.ts';
import { readOnce } from '../../src/jobs/first-start.ts';
import { keepStateIn, openStore } from '../../src/store/open-store.ts';
import { runHere } from '../cli/run-licet.ts';
import { engines } from '../support/engines.ts';
import { emptyDatabase } from '../support/postgres.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

if (engines.length > 1) {
  const url = await emptyDatabase();
  // Emptied first: what an earlier run left there is of another database.
  const root = t.testdir();
  const folder = (name: string): string => {
    const data = join(root, name);
    mkdirSync(data, { recursive: true });
    keepStateIn(data, url);
    return data;
  };
  const [one, other] = [folder('one'), folder('other')];

  t.test('of two processes that start at once on an empty database one reads, and both answer', async (t) => {
    const [first, second] = [await openToy(one), await openToy(other)];
    t.teardown(() => Promise.all([first.store.close(), second.store.close()]));
    const starting = [first, second].map((toy) =>
      readOnce(
        { store: toy.store, clock: systemClock },
        () => toy.night([toySource(toy.root, [toyRecord('编造甲示例医院'), toyRecord('编造乙示例医院')])]),
        () => undefined,
      ),
    );
    const read = await Promise.all(starting);
    t.equal(read.filter((night) => night !== null).length, 1, 'one read the lists');
    t.strictSame([first.store.reader().generation, second.store.reader().generation], [1, 1]);
  });

  t.test('a database is found sound, backed up, and restored into a folder that says the same', async (t) => {
    const found = await runHere(one, ['doctor', '--json']);
    t.match(JSON.parse(found.out), { sound: true });
    const file = join(t.testdir(), 'backup.tar.gz');
    t.equal((await runHere(one, ['backup', file])).code, 0);
    const restored = join(t.testdirName, 'restored');
    t.equal((await runHere(restored, ['restore', file])).code, 0);
    const [from, to] = [await openStore({ data: one }), await openStore({ data: restored })];
    t.teardown(() => Promise.all([from.close(), to.close()]));
    t.equal(to.reader().generation, 1);
    t.equal(await to.integrity.registryHash(), await from.integrity.registryHash());
    t.match(JSON.parse((await runHere(restored, ['doctor', '--json'])).out), { sound: true });
  });
}
