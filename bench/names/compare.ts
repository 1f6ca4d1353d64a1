import { parseArgs } from 'node:util';
import { nameKeys } from '../../src/name-keys/keys.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { perturbed } from './cases.ts';
import { type Asked, askAll, type Engine, type Held, type Line } from './engine.ts';
import { licet } from './licet.ts';
import { madeUpCases } from './made-up-cases.ts';
import { madeUpNames } from './made-up-register.ts';
import { entriesOf, fts5, miniSearch, pgTrgm } from './rivals.ts';
import { baseRows } from './rows.ts';

/**
 * The same changed names asked of Licet and of what a user would pick instead, over the same names, one table.
 * `node bench/names/compare.ts [--directory list.csv] [--each 30] [--without "PostgreSQL pg_trgm"]`: the names that ship.
 * `node bench/names/compare.ts --made-up 1100000 [--each 100] [--seconds 50]`: so many made-up institutions; `--size` says another number.
 */
const { values } = parseArgs({
  options: {
    directory: { type: 'string' },
    'made-up': { type: 'string' },
    size: { type: 'string' },
    each: { type: 'string' },
    seconds: { type: 'string', default: '50' },
    without: { type: 'string', multiple: true, default: [] },
  },
});

/** Names an engine is given, and what it is asked. */
type Trial = Readonly<{ engine: Engine; institutions: number; asked: readonly Asked[] }>;

const began = performance.now();
const tell = (text: string): void => {
  process.stderr.write(`${Math.round((performance.now() - began) / 1000)} s: ${text}\n`);
};

const realCases = (rows: readonly NameRow[], each: number): Asked[] => {
  const owners = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = nameKeys(row.value).full;
    owners.set(key, (owners.get(key) ?? new Set()).add(row.institution));
  }
  return Object.entries(perturbed(rows, each)).flatMap(([kind, list]) =>
    list.map(({ query, target }) => {
      const right = owners.get(nameKeys(target).full) ?? new Set();
      return { kind, query, right: (institution: string) => right.has(institution) };
    }),
  );
};

const realTrials = (): Trial[] => {
  const rows = baseRows(values.directory);
  const asked = realCases(rows, Number(values.each ?? 30));
  const institutions = new Set(rows.map((row) => row.institution)).size;
  const entries = entriesOf(rows);
  const engines = [licet(rows, tell), fts5(entries), miniSearch(entries), pgTrgm(entries)];
  return engines.map((engine) => ({ engine, institutions, asked }));
};

/** MiniSearch keeps every posting as an object of its own: a tenth of the names is what it holds. */
const TENTH = 10;

const madeUpTrials = (institutions: number): Trial[] => {
  const each = Number(values.each ?? 100);
  const asked = madeUpCases(institutions, each);
  const few = Math.ceil(institutions / TENTH);
  const names = { [Symbol.iterator]: () => madeUpNames(institutions) };
  const entries = entriesOf(names);
  const engines = [licet(names, tell), fts5(entries), pgTrgm(entries)];
  const small = { ...miniSearch(entriesOf(madeUpNames(few))), name: 'MiniSearch, a tenth of the names' };
  return [
    ...engines.map((engine) => ({ engine, institutions, asked })),
    { engine: small, institutions: few, asked: madeUpCases(few, each) },
  ];
};

const HEAD = [
  'engine',
  'institutions',
  'questions',
  'recall@1',
  'p50 ms',
  'p99 ms',
  'longest ms',
  'answers a second on one core',
  'built in s',
  'ready from its file in s',
  'index MB',
  'bytes an institution',
];

const cellsOf = ({ engine, institutions }: Trial, held: Held, line: Line): readonly (string | number)[] => [
  engine.name,
  institutions,
  line.asked,
  line.recall.toFixed(3),
  line.p50.toFixed(2),
  line.p99.toFixed(2),
  line.worst.toFixed(2),
  line.cpuEach === null ? '–' : Math.round(1000 / line.cpuEach),
  (held.buildMs / 1000).toFixed(1),
  held.readyMs === null ? '–' : (held.readyMs / 1000).toFixed(2),
  held.bytes === null ? '–' : (held.bytes / 1e6).toFixed(1),
  held.bytes === null ? '–' : Math.round(held.bytes / institutions),
];

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const size = values.size ?? values['made-up'];
const trials = size === undefined ? realTrials() : madeUpTrials(Number(size));
const lines: [string, Line][] = [];
console.log(`${row(HEAD)}\n${row(HEAD.map(() => '---'))}`);
for (const trial of trials) {
  const { engine, asked } = trial;
  if (values.without.includes(engine.name)) continue;
  tell(`${engine.name} takes the names in`);
  const held = await engine.hold();
  tell(`${engine.name} is asked`);
  const line = await askAll(engine, asked, Number(values.seconds));
  await engine.close();
  lines.push([engine.name, line]);
  console.log(row(cellsOf(trial, held, line)));
}

const kinds = [...new Set(lines.flatMap(([, line]) => [...line.recallOf.keys()]))];
console.log(
  `\n${row(['recall@1', ...lines.map(([name]) => name)])}\n${row(['', ...lines].map(() => '---'))}`,
);
for (const kind of kinds)
  console.log(row([kind, ...lines.map(([, line]) => line.recallOf.get(kind)?.toFixed(3) ?? '–')]));
tell('done');
