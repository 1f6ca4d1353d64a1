import Database from 'better-sqlite3';
import t from 'tap';
import { runNight } from '../../src/jobs/night.ts';
import { openStore } from '../../src/store/open-store.ts';
import { registryFile } from '../../src/store/sqlite/files.ts';
import { openToy, type Toy, toyRecord, toySource } from '../support/toy-night.ts';

/** Every table and index of a registry's file, as the database itself tells it. */
const shapeOf = (data: string): readonly string[] => {
  const db = new Database(registryFile(data), { readonly: true });
  try {
    return db
      .prepare<[], string>(
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1",
      )
      .pluck()
      .all();
  } finally {
    db.close();
  }
};

const openedNew = async (data: string): Promise<readonly string[]> => {
  const store = await openStore({ data });
  await store.close();
  return shapeOf(data);
};

const sourcesOf = (root: string) => [toySource(root, [toyRecord('编造仁和医院')])];

t.test('what a first night does without is there again when it has published', async (t) => {
  const root = t.testdir({});
  const asMigrated = await openedNew(`${root}/new`);
  t.ok(asMigrated.some((one) => one.startsWith('index name_institution')));
  const toy = await openToy(root);
  await toy.night(sourcesOf(root));
  await toy.store.refresh();
  t.equal(toy.store.reader().generation, 1);
  t.ok((await toy.store.reader().findNameKey('编造仁和医院')).length > 0, 'its name is found');
  await toy.store.close();
  t.strictSame(shapeOf(root), asMigrated);
});

t.test('and when it is given up half way, and the next night publishes', async (t) => {
  const root = t.testdir({});
  const asMigrated = await openedNew(`${root}/new`);
  const toy = await openToy(root);
  const giveUp: Toy['store']['reconcile'] = (code, work) =>
    toy.store.reconcile(code, async (registry, everything) => {
      const endPlacing = async () => {
        throw new Error('given up half way');
      };
      return work({ ...registry, endPlacing }, everything);
    });
  const now = new Date('2026-02-01T00:00:00.000Z');
  const night = { store: { ...toy.store, reconcile: giveUp }, archive: toy.archive, now };
  await t.rejects(runNight({ ...night, sources: sourcesOf(root) }), /given up half way/);
  t.strictSame(shapeOf(root), asMigrated);
  await toy.night(sourcesOf(root));
  await toy.store.refresh();
  t.equal(toy.store.reader().generation, 1);
  await toy.store.close();
  t.strictSame(shapeOf(root), asMigrated);
});
