import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t from 'tap';
import { openArchive } from '../../src/archive/open-archive.ts';
import { loadBundled } from '../../src/harvest/catalogue.ts';
import { holdsAnswers } from '../../src/identify/kept-index/answers-file.ts';
import { holdsIndex } from '../../src/identify/kept-index/index-file.ts';
import { contentOf, indexStamp } from '../../src/identify/kept-index/name-finders.ts';
import { answersFile, answersStamp } from '../../src/jobs/names/answers-stamp.ts';
import { namesFile } from '../../src/jobs/names/names-index.ts';
import { runNight } from '../../src/jobs/night.ts';
import { prepareFirstNight } from '../../src/jobs/prepared/prepare.ts';
import { takeUpFirstNight } from '../../src/jobs/prepared/take-up.ts';
import { openStore } from '../../src/store/open-store.ts';
import { registryFile } from '../../src/store/sqlite/files.ts';
import { spawnPlain } from '../support/child.ts';

const MADE = new Date('2026-11-21T08:00:00.123Z');
const LATER = new Date('2027-12-24T19:30:01.456Z');
const LISTS = ['cn-nhc-assisted-reproduction', 'cn-nhc-stem-cell-institutions', 'intl-jci-events'];

const root = t.testdir();
const house = join(import.meta.dirname, '../..');
const catalogue = join(root, 'house/scrapers');
const prepared = join(root, 'kept/first');

t.before(async () => {
  for (const path of ['document.ts', 'presets', ...LISTS])
    cpSync(join(house, 'scrapers', path), join(catalogue, path), { recursive: true });
  for (const path of ['src', 'schema']) symlinkSync(join(house, path), join(root, 'house', path));
  t.equal(await prepareFirstNight(MADE, prepared, catalogue), true);
});

/** Every row of every table. */
const contents = (data: string): Readonly<Record<string, readonly unknown[]>> => {
  const db = new Database(registryFile(data), { readonly: true });
  try {
    const tables = db.prepare<[], { name: string; rows: string }>(
      `SELECT m.name, iif(l.wr, '*', 'rowid, *') AS rows FROM sqlite_master m JOIN pragma_table_list(m.name) l
         WHERE m.type = 'table' ORDER BY 1`,
    );
    return Object.fromEntries(
      tables.all().map(({ name, rows }) => [name, db.prepare(`SELECT ${rows} FROM ${name}`).all()]),
    );
  } finally {
    db.close();
  }
};

const pagesIn = (data: string): readonly string[] =>
  readdirSync(join(data, 'archive'), { recursive: true, encoding: 'utf8' }).sort();

t.test(
  'what is taken up is what a night at that instant writes, to the last row of every table',
  async (t) => {
    const [taken, read] = [join(root, 'taken'), join(root, 'read')];
    t.equal(await takeUpFirstNight(taken, LATER, prepared), true);
    const store = await openStore({ data: read, alone: true });
    const { sources, others } = await loadBundled(catalogue);
    await runNight({ store, archive: openArchive(read), sources, others, now: LATER });
    await store.close();
    const [one, other] = [contents(taken), contents(read)];
    t.strictSame(Object.keys(one), Object.keys(other));
    for (const [table, rows] of Object.entries(other)) t.strictSame(one[table], rows, table);
    t.notMatch(JSON.stringify(one), MADE.toISOString());
    t.strictSame(pagesIn(taken), pagesIn(read));
  },
);

t.test(
  'its head is signed by a key of its own, its names are ready, and nobody else may read it',
  async (t) => {
    const data = join(root, 'own');
    await takeUpFirstNight(data, LATER, prepared);
    const store = await openStore({ data, alone: true });
    t.teardown(store.close);
    t.match(await store.integrity.chain(), { faults: [], head: 'good' });
    const reader = store.reader();
    t.ok(await holdsIndex(namesFile(data), indexStamp(reader)));
    t.ok(await holdsAnswers(answersFile(data), answersStamp(contentOf(reader))));
    t.notOk(existsSync(join(prepared, 'registry/generation-head.key')), 'no key lies beside the packages');
  },
);

t.test(
  'nothing is taken up that another version made, that was made later than now, or that cannot be read',
  async (t) => {
    const data = join(root, 'bare');
    t.equal(await takeUpFirstNight(data, LATER, join(root, 'kept/of-other-code')), false);
    t.equal(existsSync(data), false);
    t.equal(await takeUpFirstNight(data, new Date(MADE.getTime() - 1), prepared), false);
    t.equal(existsSync(registryFile(data)), false);
    t.equal(await prepareFirstNight(LATER, prepared, catalogue), false, 'what is kept stays');
  },
);

/** Where a take-up is killed, as it is about to call this of `node:fs`; whether the registry stands in the folder by then. */
const MOMENTS = {
  cpSync: 0,
  renameSync: 0,
  copyFileSync: 0,
  fsyncSync: 0,
  linkSync: 0,
  writeFileSync: 1,
} as const;

t.test(
  'killed at any moment it leaves all of the registry or none, and the next start goes on from there',
  async (t) => {
    const script = join(house, 'test/support/take-up-once.ts');
    const preload = `--import=${new URL('../support/killed-at.ts', import.meta.url)}`;
    const hashes = new Set<string>();
    const lists = await loadBundled(catalogue);
    for (const [moment, generation] of Object.entries(MOMENTS)) {
      const data = join(root, `killed-${moment}`);
      const env = { ...process.env, KILL_AT: moment };
      const child = spawnPlain([preload, script, data, prepared, LATER.toISOString()], { env });
      t.strictSame(await once(child, 'exit'), [null, 'SIGKILL'], moment);
      const store = await openStore({ data, alone: true });
      t.equal(store.reader().generation, generation, moment);
      const night = { store, ...lists, archive: openArchive(data), now: LATER };
      hashes.add((await runNight(night)).registryHash);
      t.equal(store.reader().generation, 1, moment);
      await store.close();
    }
    t.equal(hashes.size, 1);
  },
);
