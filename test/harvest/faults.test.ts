import t from 'tap';
import { allFaults } from '../../bench/faults/all-faults.ts';
import { subjects } from '../../bench/faults/good-pages.ts';
import { judgeSubject } from '../../bench/faults/judge.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';

/** Faults whose ways through parser and gate differ most; `npm run bench:faults` tries them all. */
const quick = [
  'captcha page',
  'half the page',
  'column renamed: name',
  'all rows twice',
  'only the first row',
  'columns swapped: name and its neighbour',
  'names one row up',
  'dates all in 2099',
  'UTF-8 read as Latin-1',
  'spaces around cells',
  'columns in another order, headings with them',
];
/** Lists longer than this take too long for a test; the bench reads them. */
const LONG = 100;

const all = await subjects(await loadCatalogue());
const faults = allFaults.filter(({ id }) => quick.includes(id));

for (const subject of all.filter(({ rows }) => rows <= LONG)) {
  const { source, page } = subject;
  t.test(`nothing false is published from ${source.descriptor.id}, page ${page.file}`, async (t) => {
    const outcomes = await judgeSubject(subject, faults);
    const through = outcomes.filter(({ harmless, state }) => !harmless && state === 'published');
    t.strictSame(through, [], 'every fault that changes the meaning is stopped');
    const refused = outcomes.filter(({ harmless, state }) => harmless && state === 'stopped');
    t.strictSame(refused, [], 'nothing harmless is refused');
  });
}
