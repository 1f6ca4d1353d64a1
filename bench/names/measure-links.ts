import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openArchive } from '../../src/archive/open-archive.ts';
import { loadCatalogue, type Source } from '../../src/harvest/catalogue.ts';
import { runNight } from '../../src/jobs/night.ts';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { openReviewPairs } from '../../src/registry/review-queue.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Reader } from '../../src/store/registry-reader.ts';
import type { Store } from '../../src/store/store.ts';
import { realDirectories } from './link-lists.ts';
import { readCsv } from './rows.ts';

/** Measures linking on a real registry: `--data` is the folder that holds `names/` (labelled) and `real/` (lists) (tests only, never shipped). */
const { values } = parseArgs({ options: { data: { type: 'string' } } });
const data = values.data ?? '';
const names = (file: string) => readCsv(join(data, 'names', file));

/** The institutions that bear a name, in a city where one is given. */
const bearers = async (reader: Reader, name: string, city: string): Promise<ReadonlySet<string>> => {
  const hits = await reader.findNameKey(nameKeys(name).full);
  const near = hits.filter((hit) => hit.form === 'full' && hit.nameKind !== 'alias');
  const here = near.filter((hit) => city === '' || hit.city === null || hit.city === city);
  return new Set((here.length > 0 ? here : near).map(({ institution }) => institution));
};

const share = (part: number, whole: number): string =>
  `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;

const twins = async (reader: Reader): Promise<string> => {
  const clusters = Map.groupBy(names('registry_twins.csv'), ({ cluster = '' }) => cluster);
  clusters.delete('');
  const apart: string[] = [];
  let [one, pairs, joined] = [0, 0, 0];
  for (const rows of clusters.values()) {
    const found: ReadonlySet<string>[] = [];
    for (const row of rows) found.push(await bearers(reader, row.name_zh ?? '', row.city ?? ''));
    const shared = found.flatMap((a, at) => found.slice(at + 1).map((b) => !a.isDisjointFrom(b)));
    pairs += shared.length;
    joined += shared.filter(Boolean).length;
    if (shared.every(Boolean)) one += 1;
    else apart.push(rows.map(({ name_zh }) => name_zh).join('/'));
  }
  return `labelled clusters in one record ${share(one, clusters.size)}, pairs ${share(joined, pairs)}; apart: ${apart.join('、')}`;
};

const pairsRight = async (reader: Reader): Promise<string> => {
  const right = { same: 0, different: 0 };
  const all = { same: 0, different: 0 };
  for (const row of names('same_or_different.csv')) {
    const verdict = row.verdict === 'same' ? 'same' : 'different';
    const [cityA = '', cityB = cityA] = (row.city ?? '').split(' / ');
    const a = await bearers(reader, row.name_a ?? '', cityA);
    const b = await bearers(reader, row.name_b ?? '', cityB);
    if (a.size === 0 || b.size === 0) continue;
    all[verdict] += 1;
    if (!a.isDisjointFrom(b) === (verdict === 'same')) right[verdict] += 1;
  }
  return `same-or-different, names on record: same ${share(right.same, all.same)}, different ${share(right.different, all.different)}`;
};

/** Registered names of well-known hospitals that stand on more than one record of their city. */
const wellKnown = async (reader: Reader): Promise<string> => {
  const several: string[] = [];
  const rows = names('well_known_hospitals.csv');
  for (const row of rows) {
    const all = [row.name_zh ?? '', ...(row.second_names ?? '').split('|').map((one) => one.trim())];
    const ids = new Set<string>();
    for (const name of all.filter((one) => one !== ''))
      for (const id of await bearers(reader, name, row.city ?? '')) ids.add(id);
    if (ids.size > 1) several.push(row.name_zh ?? '');
  }
  return `well-known on several records ${share(several.length, rows.length)}: ${several.slice(0, 12).join('、')}`;
};

const report = async (title: string, store: Store, ms: number): Promise<void> => {
  const reader = store.reader();
  const { institutions } = await reader.counts();
  const open = await openReviewPairs(store, { of: async () => new Map() });
  const doubtful = new Set(open.flatMap(({ institution, candidate }) => [institution, candidate])).size;
  console.log(
    `${title}: ${institutions} institutions in ${(ms / 1000).toFixed(1)} s, ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
  );
  console.log(`  doubtful ${share(doubtful, institutions)} in ${open.length} pairs`);
  for (const line of [await twins(reader), await pairsRight(reader), await wellKnown(reader)])
    console.log(`  ${line}`);
};

/** Rows of one institution, by institution. */
const groups = async (store: Store): Promise<readonly (readonly string[])[]> => {
  const reader = store.reader();
  const found: (readonly string[])[] = [];
  for (const id of await reader.institutionIds(null, 1_000_000)) {
    const dossier = await reader.dossier(id);
    found.push(
      (dossier?.evidence ?? []).map(({ source, row, sha256 }) => `${source} ${sha256.slice(0, 8)} ${row}`),
    );
  }
  return found;
};

const folder = mkdtempSync(join(tmpdir(), 'licet-links-'));
const store = await openStore({ data: folder });
const archive = openArchive(folder);
const night = async (sources: readonly Source[]): Promise<number> => {
  const from = performance.now();
  await runNight({ store, archive, sources, now: new Date('2026-11-28T08:00:00Z') });
  return performance.now() - from;
};
const catalogue = (await loadCatalogue()).filter(({ descriptor }) => descriptor.how === 'bundled');
await report('bundled lists', store, await night(catalogue));
const before = await groups(store);
const real = realDirectories(data, folder);
await report('with real lists as a directory', store, await night([...catalogue, ...real]));
const home = new Map((await groups(store)).flatMap((rows, at) => rows.map((row) => [row, at] as const)));
const split = before.filter((rows) => new Set(rows.map((row) => home.get(row))).size > 1).length;
console.log(`  institutions that loading split: ${split}`);
console.log(`a night without changes: ${((await night([...catalogue, ...real])) / 1000).toFixed(1)} s`);
await store.close();
rmSync(folder, { recursive: true });
