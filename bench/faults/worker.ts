import { parentPort } from 'node:worker_threads';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { allFaults } from './all-faults.ts';
import { kindOf } from './fault.ts';
import { type Subject, subjects } from './good-pages.ts';
import { judgeSubject } from './judge.ts';
import { judgeTransport } from './judge-transport.ts';
import type { Judged } from './table.ts';

/** Lists longer than this are tried with every third fault: each run reads all of their rows. */
const LONG = 2_000;
const SAMPLE = 3;

const sampled = ({ rows }: Subject) =>
  rows <= LONG ? allFaults : allFaults.filter((fault, at) => kindOf(fault) !== 'fault' || at % SAMPLE === 0);

/** All pages of one source, one after another. */
const judgeSource = async (id: string): Promise<readonly Judged[]> => {
  const sources = (await loadCatalogue()).filter(({ descriptor }) => descriptor.id === id);
  const judged: Judged[] = [];
  for (const subject of await subjects(sources)) {
    const outcomes = [...(await judgeSubject(subject, sampled(subject))), ...(await judgeTransport(subject))];
    judged.push({ source: id, file: subject.page.file, rows: subject.rows, outcomes });
  }
  return judged;
};

parentPort?.on('message', (id: string) => {
  judgeSource(id).then(
    (judged) => parentPort?.postMessage({ id, judged }),
    (cause: unknown) =>
      parentPort?.postMessage({ id, failed: cause instanceof Error ? cause.stack : String(cause) }),
  );
});
