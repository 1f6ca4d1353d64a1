import { parseArgs } from 'node:util';
import { measuredRegistry } from './bundled.ts';
import { givenQuestions } from './given.ts';
import { measureNames, type Outcomes } from './measure.ts';
import { plainQuestions } from './plain-questions.ts';
import { nameQuestions } from './questions.ts';
import { directoryRows } from './rows.ts';

/**
 * What a person sees who asks for a hospital by name, set by set: `npm run bench:names -- [--data FOLDER] [--directory list.csv]
 * [--asked questions.csv] [--worst 20]`. FOLDER: a data folder (default: the bundled lists, read anew); list.csv: a large list loaded
 * beside (name_zh, province, city, district, former_names); questions.csv: query, expect_zh (names that are right, parted by |).
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    directory: { type: 'string' },
    asked: { type: 'string', multiple: true, default: [] },
    worst: { type: 'string', default: '20' },
  },
});

const more = values.directory === undefined ? [] : directoryRows(values.directory);
const { rows, index, reader, close } = await measuredRegistry(values.data, more);
const asked = nameQuestions(rows);
const questions = [
  ...asked,
  ...plainQuestions(rows, asked),
  ...values.asked.flatMap((file) => givenQuestions(file, rows)),
];
console.log(
  `${index.institutions.length} institutions, ${index.names.length} names, ${questions.length} questions\n`,
);
const { table, mistakes } = await measureNames(index, reader, questions);

const share = (count: number, { asked }: Outcomes): string => (count / Math.max(1, asked)).toFixed(3);
console.log(
  '| set | asked | part | questions | settled and right | settled wrongly | first right | none | look-alike |',
);
console.log('|---|---|---|---|---|---|---|---|---|');
for (const [key, line] of [...table].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(
    `| ${key} | ${line.asked} | ${share(line.settledRight, line)} | ${(line.settledWrong / line.asked).toFixed(4)} | ${share(line.firstRight, line)} | ${share(line.none, line)} | ${line.lookalike} |`,
  );

const seen = mistakes.filter(({ set }) => set.endsWith('seen'));
console.log(`\n${mistakes.length} settled wrongly; of those that may be looked at:`);
for (const one of seen.slice(0, Number(values.worst))) {
  const title = async (id: string) => (await reader.dossier(id))?.title.zh ?? id;
  console.log(`- ${one.set}: ${one.query} → ${await title(one.found)} (meant: ${await title(one.wanted)})`);
}
await close();
