import t from 'tap';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { durableIn } from '../../src/store/postgres/durable.ts';
import { writing } from '../../src/store/sql/connection.ts';
import { registryReading } from '../../src/store/sql/registry-reading.ts';
import { contradicts, faultInLog, storageFault } from '../../src/store/storage-fault.ts';
import { fakePostgres } from '../support/fake-postgres.ts';

const kindOf = async (work: () => unknown): Promise<string | undefined> => {
  try {
    await work();
    return 'answered';
  } catch (cause) {
    return storageFault(cause)?.kind;
  }
};

t.test('a connection that dies in a transaction ends the transaction, and nothing else', async (t) => {
  const { url, cut, asked } = await fakePostgres(t);
  const database = openDatabase(url);
  t.teardown(database.close);
  await database.ready();
  const night = database.session('registry');
  const lost = await kindOf(() =>
    writing(night, async () => {
      cut();
      // Until the process has heard of it.
      await new Promise((resolve) => setTimeout(resolve, 20));
      await night.exec('SELECT 1');
    }),
  );
  t.equal(lost, 'unreachable');
  t.equal(await kindOf(() => database.pool.prepare('SELECT 2').all()), 'answered');
  t.equal(await kindOf(() => writing(night, () => night.exec('SELECT 3'))), 'answered');
  t.match(
    asked.find((sql) => sql.includes('pg_advisory_xact_lock')),
    /^BEGIN ISOLATION LEVEL READ COMMITTED;/,
    'whatever the database holds for usual, who waited for the lock sees what was written meanwhile',
  );
});

t.test('a database that takes nobody at first is asked again by the next question', async (t) => {
  let logins = 0;
  const { url } = await fakePostgres(t, (sql) => {
    if (sql === 'login') logins += 1;
    return sql === 'login' && logins === 1 ? 'FATAL 53300' : undefined;
  });
  const database = openDatabase(url);
  t.teardown(database.close);
  t.equal(await kindOf(database.ready), 'unreachable');
  t.equal(await kindOf(() => database.pool.prepare('SELECT 1').all()), 'answered');
  t.equal(await kindOf(database.ready), 'answered');
});

t.test('a database that falls silent is told of as out of reach', async (t) => {
  let silent = '';
  const { url } = await fakePostgres(t, (sql) =>
    silent !== '' && sql.startsWith(silent) ? 'silence' : undefined,
  );
  const open = () => {
    const database = openDatabase(url, { connectMs: 40, questionMs: 40 });
    t.teardown(database.close);
    return database;
  };
  silent = 'login';
  t.equal(await kindOf(open().ready), 'unreachable', 'who comes in');
  silent = 'SELECT to_regclass';
  t.equal(await kindOf(open().ready), 'unreachable', 'who looks at the tables');
  silent = 'SELECT 1';
  const database = open();
  t.equal(await kindOf(() => database.pool.prepare('SELECT 1').all()), 'unreachable', 'who asks');
  const { write } = durableIn(database);
  t.equal(await kindOf(() => write((db) => db.prepare('SELECT 1').all())), 'unreachable', 'who records');
  silent = '';
  t.equal(await kindOf(() => write((db) => db.prepare('SELECT 1').all())), 'answered');
});

t.test(
  'rows that contradict each other are told from other faults, and a look leaves the questions of others alone',
  async (t) => {
    const { url } = await fakePostgres(t, (sql) => (sql === 'SELECT 1' ? 'ERROR 23505' : undefined));
    const database = openDatabase(url);
    t.teardown(database.close);
    const cause = await Promise.resolve(database.pool.exec('SELECT 1')).catch((thrown: unknown) => thrown);
    t.equal(contradicts(cause), true);
    t.equal(contradicts(new Error('made up')), false);
    const { pagesInUse } = registryReading(database.pool, database.look);
    const looking = pagesInUse({ editionsSince: null, refusedSince: '2026-01-01' });
    await database.pool.prepare('SELECT 2').all();
    t.equal(database.pool.inTransaction, false);
    t.match(await looking, { inUse: new Set() });
  },
);

t.test('a transaction that PostgreSQL took back is not told of as kept', async (t) => {
  const { url } = await fakePostgres(t, (sql) => (sql === 'SELECT 1' ? 'ERROR 23505' : undefined));
  const database = openDatabase(url);
  t.teardown(database.close);
  const passedOver = durableIn(database).write(async (db) => {
    await Promise.resolve(db.exec('SELECT 1')).catch(() => undefined);
  });
  await t.rejects(passedOver, /taken back/);
});

t.test('every way in which PostgreSQL ends a wait or takes nothing is one that passes', async (t) => {
  let given = '';
  const { url } = await fakePostgres(t, (sql) => (sql === 'SELECT 1' ? (given as 'ERROR 57014') : undefined));
  const database = openDatabase(url);
  t.teardown(database.close);
  for (const [code, kind] of [
    ['ERROR 57014', 'busy'],
    ['ERROR 25006', 'unreachable'],
    ['FATAL 25P03', 'unreachable'],
    ['FATAL 25P04', 'unreachable'],
    ['FATAL 57P05', 'unreachable'],
  ] as const) {
    given = code;
    t.equal(await kindOf(() => database.pool.exec('SELECT 1')), kind, code);
  }
});

t.test('a fault on this side is told in its own words, and one of the way as such', async (t) => {
  const { url } = await fakePostgres(t);
  const said = async (address: string) => {
    const database = openDatabase(address);
    t.teardown(database.close);
    const fault = storageFault(await database.ready().catch((cause: unknown) => cause));
    return `${fault?.kind}: ${fault?.message}; ${fault?.remedy}`;
  };
  const file = `${t.testdirName}/none.pem`;
  t.match(await said(`${url}?sslmode=verify-full&sslrootcert=${file}`), /^unreachable: .*none\.pem.*TLS$/);
  t.match(await said(`${url}?sslmode=verify-full`), /^unreachable: .*not spoken to: .*SSL.*TLS$/);
  t.match(
    await said('postgres://made-up@127.0.0.1:1/none'),
    /does not answer \(ECONNREFUSED\); look whether/,
  );
});

t.test('what the log says of a fault holds no value that a library hangs on it', (t) => {
  const answer = { severity: 'ERROR', code: '22P02', detail: 'Key (name)=(Made-up Hospital)' };
  const fault = Object.assign(new Error('invalid input: "Made-up Hospital"'), answer);
  const logged = faultInLog(fault);
  t.match(logged, { fault: 'Error', at: [/lost-database/] });
  t.notMatch(JSON.stringify(logged), /Made-up Hospital/);
  t.match(faultInLog(Object.assign(new Error('too slow'), { ...answer, code: '57014' })), {
    fault: 'too slow',
  });
  t.end();
});
