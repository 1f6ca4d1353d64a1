import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { plainNode } from '../support/child.ts';
import { folderSource } from '../support/folder-source.ts';
import { toyRecord } from '../support/toy-night.ts';

const ID = 'cn-toyville-expected';
const script = join(import.meta.dirname, '../support/expect.ts');
const catalogue = join(t.testdir(), 'scrapers');
const dir = join(catalogue, ID);
const fixtures = join(dir, 'fixtures');

const expect = (...args: string[]) =>
  new Promise<Readonly<{ code: number; out: string; err: string }>>((resolve) => {
    const [command, given] = plainNode([script, '--folder', catalogue, ...args]);
    execFile(command, given, (fault, out, err) =>
      resolve({ code: fault === null ? 0 : Number(fault.code), out, err }),
    );
  });

folderSource(catalogue, { id: ID });
const shapes = join(import.meta.dirname, '../../schema/source.ts');
const parser = (word: string): void =>
  writeFileSync(
    join(dir, 'parse.ts'),
    `import { ShapeError } from ${JSON.stringify(shapes)};
export function* parse(page) {
  const text = new TextDecoder().decode(page.body);
  if (!text.startsWith('[')) throw new ShapeError(${JSON.stringify(word)});
  yield* JSON.parse(text);
}\n`,
  );
parser('no list on the page');
mkdirSync(fixtures);
writeFileSync(join(fixtures, 'list.json'), JSON.stringify([toyRecord('编造一院', {}, { row: 1 })]));
writeFileSync(join(fixtures, 'list-captcha.nasty.html'), '<html>type what you see</html>');
const nasty = (): string => readFileSync(join(fixtures, 'nasty.expected.json'), 'utf8');

t.test('what comes of the fixtures is written, and what changed is said', async (t) => {
  const first = await expect(ID);
  t.match(first, {
    code: 0,
    out: /list\.expected\.json: nothing before, 1 rows, 0 issues now; other rows: 1/,
  });
  t.match(nasty(), 'no list on the page');
  t.match(await expect(ID), { code: 0, out: /^nothing is left to look at\n$/ });
});

t.test(
  'a page that is refused for another reason is left as it was until somebody accepts that',
  async (t) => {
    parser('the page is a captcha');
    const moved = await expect(ID);
    t.equal(moved.code, 1);
    t.match(
      moved.out,
      /was refused by the parser: no list on the page; is now refused by the parser: the page is/,
    );
    t.match(nasty(), 'no list on the page');
    t.match(await expect(ID, '--accept', 'list-captcha.nasty.html'), { code: 0 });
    t.match(nasty(), 'the page is a captcha');
  },
);

t.test('a page of another form and a source that is none are told in a sentence', async (t) => {
  writeFileSync(join(fixtures, 'list.json'), '<html>moved</html>');
  const other = await expect(ID);
  t.equal(other.code, 1);
  t.match(other.out, /list\.json has another form than parse\.ts reads: the page is a captcha/);
  t.notMatch(other.out + other.err, /\n\s+at /, 'no stack');
  t.match(await expect(`${ID}s`), { code: 2, err: new RegExp(`did you mean ${ID}\\?`) });
});
