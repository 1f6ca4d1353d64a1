import Database from 'better-sqlite3';
import t from 'tap';
import type { Connection } from '../../src/store/sql/connection.ts';
import { manyRows, numbersAfter } from '../../src/store/sql/many-rows.ts';
import { shared } from '../../src/store/sqlite/connect.ts';
import { fc } from '../support/draws.ts';

const opened = () => {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE name (id INTEGER PRIMARY KEY, value TEXT)');
  const connection = shared(db);
  let asked = 0;
  const counted: Connection = {
    prepare: (sql) => {
      asked += 1;
      return connection.prepare(sql);
    },
    exec: (sql) => connection.exec(sql),
    inTransaction: false,
  };
  return { db, counted, asked: () => asked };
};

t.test(
  'however many rows come, all are written once and in their order, by three statements at most',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(130), { maxLength: 4 }), async (bursts) => {
        const { db, counted, asked } = opened();
        const rows = manyRows(counted, 2, (values) => `INSERT INTO name (id, value) ${values}`);
        const expected: unknown[] = [];
        for (const burst of bursts) {
          for (let at = 0; at < burst; at += 1) {
            expected.push([expected.length + 1, at % 3 === 0 ? null : `编造${at}`]);
            await rows.add(...(expected.at(-1) as unknown[]));
          }
          await rows.flush();
          const found = db.prepare('SELECT id, value FROM name ORDER BY id').raw().all();
          if (JSON.stringify(found) !== JSON.stringify(expected)) return false;
        }
        await rows.flush();
        return asked() <= 3;
      }),
      { numRuns: 40 },
    );
  },
);

t.test('rows that wait can be written into rows that are there', async (t) => {
  const { db, counted } = opened();
  const names = manyRows(counted, 2, (values) => `INSERT INTO name (id, value) ${values}`);
  const changed = manyRows(
    counted,
    2,
    (values) =>
      `UPDATE name SET value = v.column2 FROM (${values}) v WHERE name.id = CAST(v.column1 AS BIGINT)`,
  );
  for (let id = 1; id <= 100; id += 1) await names.add(id, 'before');
  await names.flush();
  for (let id = 2; id <= 100; id += 2) await changed.add(id, `now ${id}`);
  await changed.flush();
  const found = db.prepare<[], string>('SELECT value FROM name ORDER BY id').pluck().all();
  t.strictSame(
    found,
    Array.from({ length: 100 }, (_, at) => (at % 2 === 1 ? `now ${at + 1}` : 'before')),
  );
});

t.test('numbers go on after the highest that is there', async (t) => {
  const { db, counted } = opened();
  const first = await numbersAfter(counted, 'name');
  t.strictSame([first(), first()], [1, 2]);
  db.exec("INSERT INTO name (id, value) VALUES (41, 'made-up')");
  t.equal((await numbersAfter(counted, 'name'))(), 42);
});
