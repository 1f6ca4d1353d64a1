import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { archiveBytes } from '../../src/archive/open-archive.ts';
import { keepStateIn, nameProcess, openStore } from '../../src/store/open-store.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { durableIn } from '../../src/store/postgres/durable.ts';
import { translate } from '../../src/store/postgres/translate.ts';
import { writing } from '../../src/store/sql/connection.ts';
import { registryTables, serviceTables } from '../../src/store/sql/tables.ts';
import { storageFault } from '../../src/store/storage-fault.ts';
import { engines } from '../support/engines.ts';
import { keepsBytes } from '../support/keeps-bytes.ts';
import { emptyDatabase } from '../support/postgres.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';
import { readerSays } from './acts/nights.ts';
import { told } from './told.ts';

const kindOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (cause: unknown) => storageFault(cause)?.kind,
  );

t.test('SQL of the store becomes that of PostgreSQL, and texts in it stay as they are', async (t) => {
  const text = (sql: string) => translate(sql).text;
  t.equal(
    text("SELECT a AS keptAs FROM b WHERE c = ? AND d <> '?:x keptAs' AND e = ?"),
    `SELECT a AS "keptAs" FROM b WHERE c = $1 AND d <> '?:x keptAs' AND e = $2`,
  );
  t.strictSame(translate('SELECT :one, :two, :one'), { text: 'SELECT $1, $2, $1', names: ['one', 'two'] });
  t.equal(text('SELECT 1 FROM a INDEXED BY a_b WHERE "column" = 1'), 'SELECT 1 FROM a WHERE "column" = 1');
  t.equal(
    text("WHERE (d.body ->> '$.traits.body') = 1"),
    "WHERE (json_extract(d.body, '$.traits.body')) = 1",
  );
});

t.test('a database that nobody answers for is told of as out of reach', async (t) => {
  const database = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
  t.equal(await kindOf(database.ready()), 'unreachable');
  t.equal(await kindOf(Promise.resolve(database.pool.prepare('SELECT 1').get())), 'unreachable');
  await database.close();
});

if (engines.length > 1) {
  /** One database for all that follows, in the order in which it stands here: each act finds what it looks for empty. */
  const url = await emptyDatabase();
  const database = openDatabase(url);
  t.teardown(database.close);
  const folder = (t: Test): string => {
    const data = join(t.testdir(), 'data');
    keepStateIn(data, url);
    return data;
  };

  t.test('a database has every column that the tables have', async (t) => {
    const rows: unknown[] = [];
    for (const { name, columns } of [...registryTables, ...serviceTables]) {
      const all = columns.map((column) => `"${column}"`).join(', ');
      rows.push(...(await database.pool.prepare(`SELECT ${all} FROM "${name}" LIMIT 1`).all()));
    }
    t.strictSame(rows, [], 'and no row yet');
  });

  t.test(
    'writers wait for each other, and one that would wait too long is told that it is busy',
    async (t) => {
      const [one, other] = [database.session('service'), durableIn(database, 100)];
      const late = writing(one, () => kindOf(other.write(() => 1)));
      t.equal(await late, 'busy');
      t.equal(await other.write(() => 2), 2);
      t.equal(
        await writing(one, () => writing(database.session('registry'), () => 3)),
        3,
        'a night waits for nobody else',
      );
      await t.rejects(
        other.write(async (db) => {
          await db.exec("INSERT INTO partner_key (partner, key_hash, since) VALUES ('a', 'b', 'c')");
          throw new Error('made up');
        }),
        /made up/,
      );
      t.equal(
        await database.pool.prepare<[], number>('SELECT count(*) FROM partner_key').pluck().get(),
        0,
        'nothing is left',
      );
    },
  );

  t.test('no limit on time that a database brings along ends a night or an idle connection', async (t) => {
    const { pathname } = new URL(url);
    const limits = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];
    for (const name of limits)
      await database.pool.exec(`ALTER DATABASE ${pathname.slice(1)} SET ${name} = 1`);
    const another = openDatabase(url);
    t.teardown(another.close);
    for (const name of limits) {
      t.equal(await another.pool.prepare<[], string>(`SHOW ${name}`).pluck().get(), '0', name);
      await another.pool.exec(`ALTER DATABASE ${pathname.slice(1)} RESET ${name}`);
    }
  });

  t.test('entries of the logs are neither changed nor deleted', async (t) => {
    const { write, reading } = durableIn(database);
    await write((db) => db.exec(`INSERT INTO log_entry (id, body) VALUES (0, '{}')`));
    for (const sql of ["UPDATE log_entry SET body = ''", 'DELETE FROM log_entry'])
      await t.rejects(
        write((db) => db.exec(sql)),
        /never changed/,
      );
    t.strictSame(await reading.prepare('SELECT * FROM log_entry').all(), [{ id: 0, body: '{}' }]);
  });

  keepsBytes('in PostgreSQL', async (t) => {
    await database.pool.exec('DELETE FROM page_bytes');
    return archiveBytes(folder(t));
  });

  t.test(
    'a publication is heard of, and taken up by every server that asks, and by none before',
    async (t) => {
      const toy = await openToy(folder(t));
      nameProcess('licet serve');
      const server = await openStore({ data: toy.root });
      nameProcess('licet');
      t.teardown(() => Promise.all([toy.store.close(), server.close()]));
      t.strictSame(await toy.store.processes(), { answering: 0, working: 0 });
      let heard = 0;
      server.whenPublished(() => {
        heard += 1;
      });
      const hearing = async (often: number): Promise<void> => {
        while (heard < often) await wait(10);
      };
      await hearing(1);
      t.strictSame(await toy.store.processes(), { answering: 1, working: 0 }, 'it listens now');
      await toy.night([toySource(toy.root, [toyRecord('编造甲示例医院'), toyRecord('编造乙示例医院')])]);
      await hearing(2);
      t.strictSame(
        [server.reader().generation, await server.refresh(), server.reader().generation],
        [0, true, 1],
      );
      t.equal(await server.refresh(), false);
      await database.pool.exec(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'licet serve, listening'",
      );
      await hearing(3);
      t.strictSame(await toy.store.processes(), { answering: 1, working: 0 }, 'it listens again, and looks');
    },
  );

  t.test('a registry in a database is copied into a folder as it is', async (t) => {
    const store = await openStore({ data: folder(t) });
    const to = join(t.testdirName, 'copy');
    await store.copyTo(to);
    const copy = await openStore({ data: to });
    t.teardown(() => Promise.all([store.close(), copy.close()]));
    t.equal(copy.reader().generation, 1);
    t.strictSame(told(await readerSays(copy.reader())), told(await readerSays(store.reader())));
  });

  t.test('what a newer version wrote is not opened', async (t) => {
    await database.pool.exec('UPDATE __drizzle_migrations SET created_at = created_at + 1000');
    t.equal(await kindOf(openDatabase(url).ready()), 'newer');
  });
}
