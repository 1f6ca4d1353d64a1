import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { allFaults } from './all-faults.ts';
import { kindOf } from './fault.ts';
import {
  HEADING,
  isFalseRefusal,
  isSlip,
  type Judged,
  LEGITIMATE_HEADING,
  legitimateLines,
  tableLine,
  wrongLines,
} from './table.ts';
import { transportFaults } from './transport-faults.ts';

/** Arguments: ids of sources (all of them when left out); `--say` prints every outcome; `--check` ends with 1 below the goal. */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const [aloud, check] = ['--say', '--check'].map((word) => process.argv.includes(word));

const say = (text: string): void => void process.stdout.write(`${text}\n`);

type Answer = Readonly<{ id: string; judged?: readonly Judged[]; failed?: string }>;

/** Sources whose own good page could not be tried; the others go on. */
const failed: string[] = [];

/** One thread of its own for each core; the longest list begins. */
const judgeAll = async (ids: readonly string[]): Promise<readonly Judged[]> => {
  const waiting = [...ids];
  const all: Judged[] = [];
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      worker.postMessage(id);
      const [answer] = (await once(worker, 'message')) as [Answer];
      all.push(...(answer.judged ?? []));
      if (answer.failed !== undefined) failed.push(`- NOT TRIED ${id}: ${answer.failed}`);
      process.stderr.write(`${id}\n`);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), ids.length) }, work));
  return all.sort((a, b) => (a.source + a.file < b.source + b.file ? -1 : 1));
};

const FIRST = 'cn-hospitals-open-licence';
const ids = (await loadCatalogue())
  .filter(({ descriptor }) => descriptor.how !== 'captured')
  .map(({ descriptor }) => descriptor.id)
  .filter((id) => wanted.length === 0 || wanted.includes(id))
  .sort((a, b) => Number(b === FIRST) - Number(a === FIRST));

const began = performance.now();
const all = await judgeAll(ids);
const everything = all.flatMap(({ outcomes }) => outcomes);
const count = (kind: string): number => allFaults.filter((fault) => kindOf(fault) === kind).length;

say(HEADING);
for (const { source, file, rows, outcomes } of all) say(tableLine(source, file, rows, outcomes));
say(
  tableLine(
    '**all**',
    '',
    all.reduce((sum, { rows }) => sum + rows, 0),
    everything,
  ),
);
say(`\n${LEGITIMATE_HEADING}`);
for (const line of legitimateLines(everything)) say(line);
say(
  `\n${count('fault')} faults, ${count('harmless')} harmless and ${count('legitimate')} true changes, ${transportFaults.length} answers of a site; ${Math.round((performance.now() - began) / 1000)} s.\n`,
);
for (const line of [...failed, ...all.flatMap(wrongLines)]) say(line);
if (aloud)
  for (const { source, file, outcomes } of all)
    for (const one of outcomes) say(`${source} ${file} ${one.kind} ${one.fault}: ${one.state}; ${one.says}`);
const wrong = everything.some((one) => isSlip(one) || isFalseRefusal(one));
if (check && (wrong || failed.length > 0)) process.exitCode = 1;
