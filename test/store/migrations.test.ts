import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import t from 'tap';
import { openServiceState, openStore } from '../../src/store/open-store.ts';
import { registryFile, serviceFile } from '../../src/store/sqlite/files.ts';
import { writtenBy } from './written-by.ts';

const given = {
  one: 'lic-1',
  other: 'lic-2',
  decision: 'different',
  by: 'Made-up Judge',
  because: 'made up: two addresses',
  at: '2026-03-01T00:00:00.000Z',
} as const;

t.test(
  'a registry of before 0006 opens with all its judgements and the pairs still to be judged',
  async (t) => {
    const root = t.testdir();
    const db = writtenBy(root, '0005');
    for (const id of ['lic-1', 'lic-2', 'lic-3'])
      db.prepare('INSERT INTO institution (id, first_generation) VALUES (?, 1)').run(id);
    const pair = db.prepare(
      'INSERT INTO judgement (institution_id, candidate_id, why, first_generation) VALUES (?, ?, ?, 1)',
    );
    pair.run('lic-1', 'lic-2', 'same-core-same-city');
    pair.run('lic-3', 'lic-1', 'official-number');
    db.prepare(
      `INSERT INTO judgement_given (one_id, other_id, decision, decided_by, because, decided_at, generation)
     VALUES (:one, :other, :decision, :by, :because, :at, 1)`,
    ).run(given);
    db.close();
    const store = await openStore({ data: join(root, 'data') });
    t.teardown(() => store.close());
    t.strictSame(await store.judgements(), [{ ...given, generation: 1 }]);
    t.strictSame(await store.reviewPairs(), [
      { institution: 'lic-1', candidate: 'lic-2', why: 'same-core-same-city' },
      { institution: 'lic-3', candidate: 'lic-1', why: 'official-number' },
    ]);
    await store.addJudgement({ ...given, decision: 'same' });
    t.strictSame(
      (await store.judgements()).map(({ decision }) => decision),
      ['different', 'same'],
    );
  },
);

t.test(
  'a partner of before there were scopes keeps its key, for questions and domains, without an end',
  async (t) => {
    const root = t.testdir();
    const db = writtenBy(root, '0001', 'service');
    db.exec("INSERT INTO partner_key VALUES ('Made-up Agency', 'made-up-hash', '2026-03-01')");
    db.close();
    const state = openServiceState(join(root, 'data'));
    t.teardown(state.close);
    t.match(await state.partnerKeys.whose('made-up-hash', '2026-11-28T00:00:00.000Z'), {
      partner: 'Made-up Agency',
      since: '2026-03-01',
      scopes: ['read', 'badge'],
      expiresAt: null,
    });
  },
);

t.test('a registry of before 0015 keeps its keys, each once, in the order they are asked for', async (t) => {
  const root = t.testdir();
  const db = writtenBy(root, '0014');
  const keys = [
    ['made-up-key', 'full', 2, 'lic-2'],
    ['made-up-key', 'full', 1, 'lic-1'],
  ] as const;
  for (const key of keys)
    db.prepare('INSERT INTO name_key (key, form, name, institution_id) VALUES (?, ?, ?, ?)').run(...key);
  const blocks = [
    [2 ** 47, 'lic-2'],
    [7, 'lic-1'],
  ] as const;
  for (const block of blocks)
    db.prepare('INSERT INTO block (key, institution_id) VALUES (?, ?)').run(...block);
  db.close();
  await (await openStore({ data: join(root, 'data') })).close();
  const now = new Database(registryFile(join(root, 'data')), { readonly: true });
  t.teardown(() => void now.close());
  t.strictSame(now.prepare('SELECT * FROM name_key').raw().all(), keys.toReversed());
  t.strictSame(now.prepare('SELECT * FROM block').raw().all(), blocks.toReversed());
  for (const table of ['name_key', 'block'])
    t.throws(() => now.prepare(`SELECT rowid FROM ${table}`), `${table} is its own index`);
});

/** The tables as this folder below schema/tables declares them: name, columns, indexes. */
const declared = async (folder: string): Promise<readonly string[]> => {
  const tables = join(import.meta.dirname, '../../schema/tables', folder);
  const files = readdirSync(tables).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(
    files.map((name) => import(join(tables, name)) as Promise<Record<string, unknown>>),
  );
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value) => is(value, SQLiteTable))
    .map(getTableConfig)
    .flatMap(({ name, columns, indexes }) => [
      ...columns.map((column) => `${name}.${column.name} ${column.getSQLType()} ${column.notNull}`),
      ...indexes.map(({ config }) => `${name} index ${config.name} ${config.unique}`),
    ])
    .sort();
};

const COLUMNS = `SELECT m.name || '.' || c.name || ' ' || lower(c.type) || iif(c."notnull", ' true', ' false')
  FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'`;
const INDEXES = `SELECT m.name || ' index ' || i.name || iif(i."unique", ' true', ' false')
  FROM sqlite_master m JOIN pragma_index_list(m.name) i WHERE m.type = 'table' AND i.origin = 'c'`;

const made = (file: string): readonly string[] => {
  const db = new Database(file, { readonly: true });
  const found = [COLUMNS, INDEXES].flatMap((sql) => db.prepare<[], string>(sql).pluck().all());
  db.close();
  return found.filter((one) => !/^(sqlite|__drizzle)_/.test(one)).sort();
};

t.test('all migrations together make the tables that schema/tables declares', async (t) => {
  const data = t.testdir();
  await (await openStore({ data })).close();
  t.strictSame(made(registryFile(data)), await declared('.'));
  await openServiceState(data).close();
  t.strictSame(made(serviceFile(data)), await declared('service'));
});
