import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';

const root = join(import.meta.dirname, '../..');
const QUICK_START = join(root, 'src/quick-start.js');

/** What a process prints that loads first what every start loads first. */
const printed = (folder: string, code: string): string =>
  execFileSync(process.execPath, ['--import', QUICK_START, '--input-type=module', '--eval', code], {
    cwd: root,
    env: { ...process.env, NODE_COMPILE_CACHE: folder, NODE_V8_COVERAGE: undefined, NODE_OPTIONS: undefined },
    encoding: 'utf8',
  });

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) => `${file} ${statSync(file, { bigint: true }).mtimeNs}`)
    .sort();

t.test(
  'a start loads under the flags that Node brought its own code compiled with, so that it is taken up',
  async (t) => {
    const tag = "import { cachedDataVersionTag } from 'node:v8'; console.log(cachedDataVersionTag())";
    const plain = execFileSync(process.execPath, ['--input-type=module', '--eval', tag], {
      env: { ...process.env, NODE_V8_COVERAGE: undefined, NODE_OPTIONS: undefined },
      encoding: 'utf8',
    });
    t.equal(printed(t.testdir(), tag), plain);
  },
);

t.test('what was compiled before the flags of lists are set is taken up by the next start', async (t) => {
  const folder = t.testdir();
  const code = "const { keepYoung } = await import('./src/jobs/batches/give-back.ts'); keepYoung();";
  printed(folder, code);
  const kept = filesIn(folder);
  t.ok(kept.length > 0);
  printed(folder, code);
  t.strictSame(filesIn(folder), kept, 'nothing was compiled anew');
});
