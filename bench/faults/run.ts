import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { allFaults } from './all-faults.ts';
import { subjects } from './good-pages.ts';
import { judgeSubject, type Outcome } from './judge.ts';

/** Arguments: ids of sources (all of them when left out); `--say` prints every outcome. */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const aloud = process.argv.includes('--say');

const of = (outcomes: readonly Outcome[], harmless: boolean) => {
  const all = outcomes.filter((one) => one.harmless === harmless && one.state !== 'idle');
  return { stopped: all.filter(({ state }) => state === 'stopped').length, all: all.length };
};

const line = (name: string, file: string, outcomes: readonly Outcome[]): string => {
  const [bad, good] = [of(outcomes, false), of(outcomes, true)];
  const share = Math.floor((bad.stopped / bad.all) * 1000) / 10;
  return `| ${name} | ${file} | ${bad.stopped} of ${bad.all} | **${share} %** | ${good.stopped} of ${good.all} |`;
};

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const sources = (await loadCatalogue()).filter(
  ({ descriptor }) => wanted.length === 0 || wanted.includes(descriptor.id),
);
const everything: Outcome[] = [];
const slipped: string[] = [];
say('| source | page | faults stopped | share | false refusals |\n|---|---|---|---|---|');
for (const subject of await subjects(sources)) {
  const { id } = subject.source.descriptor;
  const outcomes = await judgeSubject(subject, allFaults);
  everything.push(...outcomes);
  say(line(id, subject.page.file, outcomes));
  for (const { fault, harmless, state, says } of outcomes) {
    if (aloud) say(`${harmless ? 'harmless' : 'fault'} ${fault}: ${state}; ${says}`);
    if (state === (harmless ? 'stopped' : 'published'))
      slipped.push(
        `${harmless ? 'FALSE REFUSAL' : 'PUBLISHED'} ${id} ${subject.page.file}: ${fault}; ${says}`,
      );
  }
}
say(line('**all**', '', everything));
say(
  `\n${allFaults.filter((fault) => fault.harmless !== true).length} faults, ${allFaults.filter((fault) => fault.harmless).length} harmless changes.\n`,
);
for (const one of slipped) say(`- ${one}`);
