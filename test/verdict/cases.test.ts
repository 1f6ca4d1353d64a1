import { glob, readFile } from 'node:fs/promises';
import t from 'tap';
import { verdictSchema } from '../../schema/verdict.ts';
import { ask, type Case, inputOf, misses, readCases } from './case-book.ts';

const folder = new URL('./cases/', import.meta.url).pathname;
const book: Case[] = [];
for await (const file of glob('*.md', { cwd: folder }))
  if (file !== 'README.md') book.push(...readCases(await readFile(`${folder}${file}`, 'utf8')));

t.test('the case book holds at least 150 cases, each with a cited fact', async (t) => {
  t.ok(book.length >= 150, `${book.length} cases`);
  const uncited = book.filter(({ lines }) => (lines.get('Fact')?.[0] ?? '').length <= 20);
  t.same(
    uncited.map(({ title }) => title),
    [],
    'cites its fact',
  );
  t.equal(new Set(book.map(({ title }) => title)).size, book.length, 'no title twice');
});

/** What is wrong with the answer to a case, whatever it expects. */
const breaches = (one: Case): readonly string[] => {
  const verdict = ask(one);
  const { question } = inputOf(one);
  const uncited = verdict.checks.filter(
    ({ result, evidence }) => result !== 'unknown' && evidence.length === 0,
  );
  return [
    ...misses(one, verdict),
    ...(verdictSchema.safeParse(verdict).success ? [] : ['has not the shape of a verdict']),
    ...uncited.map(({ gate, result }) => `${gate} is ${result}, and nothing is cited for it`),
    ...(question.asOf === undefined || verdict.asOf === question.asOf ? [] : [`speaks of ${verdict.asOf}`]),
  ];
};

for (const one of book)
  t.test(one.title, async (t) => {
    t.same(breaches(one), []);
  });
