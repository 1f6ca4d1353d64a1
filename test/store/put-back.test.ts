import { join } from 'node:path';
import t, { type Test } from 'tap';
import { openPastGenerations } from '../../src/ask/past-generations.ts';
import { keepStateIn, openStore } from '../../src/store/open-store.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { writing } from '../../src/store/sql/connection.ts';
import { copyTables } from '../../src/store/sql/copy-tables.ts';
import { registryTables } from '../../src/store/sql/tables.ts';
import { storageFault } from '../../src/store/storage-fault.ts';
import { engines } from '../support/engines.ts';
import { emptyDatabase } from '../support/postgres.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';
import { readerSays } from './acts/nights.ts';
import { told } from './told.ts';

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'answered',
    (cause: unknown) => storageFault(cause)?.code,
  );

/** A database on which nights are read, a server beside them, and a copy of the database that can be put in its place. */
const setUp = async (t: Test) => {
  const [url, copy] = [await emptyDatabase(), await emptyDatabase()];
  const root = t.testdir();
  const folder = (name: string): string => {
    const data = join(root, name);
    keepStateIn(data, url);
    return data;
  };
  const toy = await openToy(folder('works'));
  const server = await openStore({ data: folder('answers') });
  const [here, there] = [openDatabase(url), openDatabase(copy)];
  t.teardown(() => Promise.all([toy.store.close(), server.close(), here.close(), there.close()]));
  const bring = async (from: typeof here, to: typeof here): Promise<void> => {
    const session = to.session('registry');
    await writing(session, async () => {
      await session.exec(`TRUNCATE ${registryTables.map(({ name }) => `"${name}"`).join(', ')}`);
      await from.look((db) => copyTables(db, session, registryTables));
    });
  };
  return {
    server,
    database: here,
    night: async (...names: readonly string[]) =>
      toy.night([
        toySource(
          toy.root,
          names.map((name) => toyRecord(name, undefined, { key: name })),
        ),
      ]),
    keepCopy: () => bring(here, there),
    putBack: () => bring(there, here),
    fresh: async () => {
      const store = await openStore({ data: folder(`fresh ${Math.random()}`) });
      return told(await readerSays(store.reader()).finally(store.close));
    },
  };
};

if (engines.length > 1) {
  /** One database for all that follows, in the order in which it stands here. */
  const { server, database, night, keepCopy, putBack, fresh } = await setUp(t);
  const saysWhatStandsThere = async (t: Test, why: string): Promise<void> => {
    t.equal(await server.refresh(), true, why);
    t.strictSame(told(await readerSays(server.reader())), await fresh());
  };

  t.test('a database knows how many rows its tables have from the first generation on', async (t) => {
    await night('编造甲示例医院');
    const counted = `SELECT relname FROM pg_class WHERE relname IN ('dossier', 'institution', 'record') AND relkind = 'r' AND reltuples >= 0 ORDER BY relname`;
    const found = await database.look((db) => db.prepare<[], string>(counted).pluck().all());
    t.strictSame(found, ['dossier', 'institution', 'record']);
  });

  t.test('a server whose database was put back to an earlier state answers what stands there', async (t) => {
    await keepCopy();
    await night('编造甲示例医院', '编造乙示例医院');
    await server.refresh();
    const past = openPastGenerations((number) => server.readerAt(number), server.reader);
    t.teardown(past.close);
    const hash = () => past.at(2, async ({ reference }) => reference.registryHash);
    const lost = await hash();
    await putBack();
    await saysWhatStandsThere(t, 'it is taken up');
    t.equal(server.reader().generation, 1);
    t.equal(await hash(), undefined, 'the generation that is gone is not answered from');
    await night('编造丙示例医院');
    await server.refresh();
    t.not(await hash(), lost, 'another one has its number by now');
  });

  t.test('a generation that came under the number of a lost one is told from it', async (t) => {
    await putBack();
    await night('编造丁示例医院');
    await saysWhatStandsThere(t, 'of the same number');
    await keepCopy();
    await night('编造戊示例医院');
    await server.refresh();
    await putBack();
    for (const name of ['编造己示例医院', '编造庚示例医院']) await night(name);
    await saysWhatStandsThere(t, 'and of a higher one: no edition of the lost ones is left');
    t.equal(server.reader().generation, 4);
  });

  t.test('nothing is answered while what stands there is not what was published', async (t) => {
    const [id = ''] = await server.reader().institutionIds(null, 1);
    t.equal(await codeOf(server.reader().dossier(id)), 'answered');
    await putBack();
    await database.pool.exec('DELETE FROM dossier');
    t.equal(await codeOf(server.refresh()), 'REPLACED', 'half of a copy');
    t.equal(await codeOf(server.reader().dossier(id)), 'REPLACED');
    t.equal(await codeOf(server.reader().names()[Symbol.asyncIterator]().next()), 'REPLACED');
    await database.pool.exec('TRUNCATE generation CASCADE');
    t.equal(await codeOf(server.refresh()), 'REPLACED', 'an empty one');
    await putBack();
    await saysWhatStandsThere(t, 'until it is whole');
  });
}
