import { parseArgs } from 'node:util';
import { nameKeys } from '../../src/kit/name-key.ts';
import { identify } from '../../src/registry/identify.ts';
import { attachNames } from '../../src/registry/names/attach.ts';
import type { NameRow } from '../../src/store/types.ts';
import { perturbed } from './cases.ts';
import { memoryReader } from './memory-reader.ts';
import { type Engine, fts5, miniSearch, pgTrgm } from './rivals.ts';
import { baseRows, type Labelled } from './rows.ts';

/**
 * The same changed names asked of Licet and of what a user would pick instead, over the same list, one table.
 * `node bench/names/compare.ts [--directory list.csv] [--each 30] [--without pg_trgm]`
 */
const { values } = parseArgs({
  options: {
    directory: { type: 'string' },
    each: { type: 'string', default: '30' },
    without: { type: 'string', multiple: true, default: [] },
  },
});

const ownerOf = (rows: readonly NameRow[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const out = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = nameKeys(row.value).full;
    out.set(key, (out.get(key) ?? new Set()).add(row.institution));
  }
  return out;
};

const licet = (rows: readonly NameRow[]): Engine => {
  const reader = memoryReader(rows);
  return {
    name: 'Licet',
    build: async () => {
      const { index } = await attachNames(reader);
      return [index.posting, index.feature, index.start, index.owner].reduce(
        (sum, one) => sum + one.byteLength,
        0,
      );
    },
    best: async (query) => {
      const found = await identify({ name: query }, reader);
      return found.id ?? found.candidates[0]?.id ?? null;
    },
    close: async () => {},
  };
};

const at = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2);

const measure = async (
  engine: Engine,
  cases: readonly Labelled[],
  owners: ReturnType<typeof ownerOf>,
): Promise<string> => {
  const began = performance.now();
  const bytes = await engine.build();
  const built = Math.round(performance.now() - began);
  const times: number[] = [];
  const cpu = process.cpuUsage();
  let right = 0;
  for (const { query, target } of cases) {
    const from = performance.now();
    const best = await engine.best(query);
    times.push(performance.now() - from);
    if (best !== null && owners.get(nameKeys(target).full)?.has(best)) right += 1;
  }
  const { user, system } = process.cpuUsage(cpu);
  const each = ((user + system) / 1000 / cases.length).toFixed(2);
  await engine.close();
  times.sort((a, b) => a - b);
  const share = (right / cases.length).toFixed(3);
  return `| ${engine.name} | ${share} | ${at(times, 0.5)} | ${at(times, 0.99)} | ${each} | ${built} | ${bytes === null ? '–' : (bytes / 1e6).toFixed(1)} |`;
};

const rows = baseRows(values.directory);
const owners = ownerOf(rows);
const cases = Object.values(perturbed(rows, Number(values.each))).flat();
console.log(
  `${new Set(rows.map((row) => row.institution)).size} institutions, ${rows.length} names, ${cases.length} questions\n`,
);
console.log(
  '| engine | recall@1 | p50 ms | p99 ms | own CPU ms each | built in ms | index MB |\n|---|---|---|---|---|---|---|',
);
for (const engine of [licet(rows), fts5(rows), miniSearch(rows), pgTrgm(rows)])
  if (!values.without.includes(engine.name)) console.log(await measure(engine, cases, owners));
