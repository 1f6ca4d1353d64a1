import { parseArgs } from 'node:util';
import { nameFinderFor } from '../../src/identify/kept-index/name-finders.ts';
import { hashOf } from '../../src/names/index/blocking-keys.ts';
import { affiliations, englishPairs, lexicalAliases, perturbed } from './cases.ts';
import { lookalikes, nothing } from './made-up.ts';
import { calibration, type Measured, measureMadeUp, measureReal } from './measure.ts';
import { memoryReader } from './memory-reader.ts';
import { baseRows, type Labelled, readCsv } from './rows.ts';
import { truthOf } from './truth.ts';

const { values } = parseArgs({
  options: {
    directory: { type: 'string' },
    aliases: { type: 'string' },
    duplicates: { type: 'string' },
    worst: { type: 'string', default: '5' },
  },
});

const share = (value: number): string => value.toFixed(3);
const clock = (): number => performance.now();

const rows = baseRows(values.directory);
const reader = memoryReader(rows);
const began = clock();
const { index } = await nameFinderFor(reader);
const bytes =
  index.posting.byteLength + index.key.byteLength + index.start.byteLength + index.owner.byteLength;
console.log(
  `${index.institutions.length} institutions, ${index.names.length} names; index built in ${Math.round(clock() - began)} ms, ` +
    `${Math.round(bytes / index.institutions.length)} bytes an institution\n`,
);

const own = (path: string | undefined): Labelled[] =>
  (path === undefined ? [] : readCsv(path)).map((row) => ({
    query: row.alias ?? '',
    target: row.name_zh ?? '',
    province: row.province ?? null,
  }));

const sets: Readonly<Record<string, Labelled[]>> = {
  'real: English names': englishPairs(),
  'real: Chinese aliases': lexicalAliases(),
  'real: affiliation lines': affiliations(),
  ...(values.aliases === undefined ? {} : { 'given: aliases': own(values.aliases) }),
  ...Object.fromEntries(Object.entries(perturbed(rows, 150)).map(([kind, list]) => [`made: ${kind}`, list])),
};

const truth = truthOf(rows, values.duplicates === undefined ? [] : readCsv(values.duplicates));
const scored: (readonly [number, boolean])[] = [];
const worst: string[] = [];
const HEAD =
  "questions | asked name is another row's registered name | recall@1 of all | recall@1 of fair | recall@5 of fair | recall@1 with place | strong | strong right";

const cells = (one: Measured): string =>
  [
    one.asked,
    one.anothers,
    share(one.recallAt1),
    share(one.fairAt1),
    share(one.fairAt5),
    share(one.placedAt1),
    one.fairStrong,
    one.fairStrongRight,
  ].join(' | ');

console.log(`| set | ${HEAD} | ms each |\n|---|---|---|---|---|---|---|---|---|---|`);
for (const [name, cases] of Object.entries(sets)) {
  const from = clock();
  const one = await measureReal(cases, reader, truth);
  console.log(`| ${name} | ${cells(one)} | ${((clock() - from) / 2 / Math.max(1, one.asked)).toFixed(2)} |`);
  scored.push(...one.scored);
  worst.push(...one.worst);
}

console.log(`\n| half | set | ${HEAD} |\n|---|---|---|---|---|---|---|---|---|---|`);
for (const [name, cases] of Object.entries(sets).filter(([one]) => !one.startsWith('made')))
  for (const half of [0, 1]) {
    const one = await measureReal(
      cases.filter(({ query, target }) => hashOf(`${query}|${target}`) % 2 === half),
      reader,
      truth,
    );
    console.log(`| ${half === 0 ? 'A' : 'B'} | ${name} | ${cells(one)} |`);
  }

console.log('\n| about nobody | questions | taken for somebody |\n|---|---|---|');
for (const [name, cases] of [
  ['lookalikes and near-twins (made up)', lookalikes(rows, 400)],
  ['names of nothing (made up)', nothing(rows, 250)],
] as const) {
  const one = await measureMadeUp(cases, reader);
  console.log(`| ${name} | ${one.asked} | ${one.accepted.length} |`);
  worst.push(...one.accepted);
}

const { bands, error } = calibration(scored);
console.log(`\nexpected calibration error ${share(error)}`);
for (const [at, { count, right }] of bands.entries())
  if (count > 0)
    console.log(`  score ${at / 10}–${(at + 1) / 10}: ${count} answers, ${share(right / count)} right`);
console.log('\nworst cases:');
for (const line of worst.slice(0, Number(values.worst))) console.log(`  ${line}`);
