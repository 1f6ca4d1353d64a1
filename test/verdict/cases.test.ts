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
  for (const { title, lines } of book)
    t.ok((lines.get('Fact')?.[0] ?? '').length > 20, `${title}: cites its fact`);
  t.equal(new Set(book.map(({ title }) => title)).size, book.length, 'no title twice');
});

for (const one of book)
  t.test(one.title, async (t) => {
    const verdict = ask(one);
    t.same(misses(one, verdict), []);
    t.ok(verdictSchema.safeParse(verdict).success, 'has the shape of a verdict');
    const { question } = inputOf(one);
    t.ok(
      verdict.checks.every(({ result, evidence }) => result === 'unknown' || evidence.length > 0),
      'every yes and no is cited',
    );
    t.equal(verdict.asOf, question.asOf ?? verdict.asOf);
  });
