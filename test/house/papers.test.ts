import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import t from 'tap';
import { gates } from '../../schema/credential.ts';
import { evidenceKinds } from '../../schema/source.ts';
import { accreditationStatuses, matches, outcomes, results } from '../../schema/verdict.ts';
import { importCycles } from './cycles.ts';
import { rule, tool } from './rule.ts';
import { clientFiles, files, pathsBelow, readText, root } from './tree.ts';

/** The folder that CONTRIBUTING.md makes in its example. */
const MADE_UP = 'scrapers/cn-example-list/';

/** Whether the line of a room in docs/house.md names it, and the folder within it. */
const saidOf = (house: string, room: string, inside: string | undefined): boolean => {
  const line = house.split('\n').find((one) => one.startsWith('| `') && one.includes(`\`src/${room}/\``));
  return line !== undefined && (inside === undefined || line.includes(`${inside}/`));
};

rule('every dependency has its line in CONTRIBUTING.md', () => {
  const { dependencies, devDependencies } = JSON.parse(readText('package.json'));
  const said = existsSync(join(root, 'CONTRIBUTING.md')) ? readText('CONTRIBUTING.md') : '';
  return (
    Object.keys({ ...dependencies, ...devDependencies })
      // Types come with the package they describe.
      .filter((name) => !name.startsWith('@types/') && !said.includes(`\`${name}\``))
      .map(
        (name) =>
          `CONTRIBUTING.md: add one line that says why \`${name}\` is here, or take it out of package.json`,
      )
  );
});

rule('the glossary explains every word a verdict can say', () => {
  const glossary = readText('docs/glossary.md');
  return [...outcomes, ...matches, ...results, ...gates, ...evidenceKinds, ...accreditationStatuses]
    .filter((word) => !glossary.includes(`\`${word}\``))
    .map((word) => `docs/glossary.md: add one line for \`${word}\`, English and Chinese`);
});

rule('docs/threats.md names tests that are there', () =>
  [...readText('docs/threats.md').matchAll(/`([\w-]+\/[\w-]+\.test\.ts)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !existsSync(join(root, 'test', path)))
    .map((path) => `docs/threats.md: test/${path} is gone; name the test that shows it now`),
);

rule('docs/house.md says of every room and of every folder of a room what it is for', () => {
  const house = readText('docs/house.md');
  const folders = pathsBelow('src').map((path) => dirname(path).split('/').slice(0, 3));
  return [...new Set(folders.map((parts) => parts.join('/')))]
    .map((path) => path.split('/'))
    .filter(([, room, inside]) => room !== undefined && !saidOf(house, room, inside))
    .map((parts) => `docs/house.md: say what ${parts.join('/')}/ is for, or move it into a room`);
});

rule('docs/house.md and CONTRIBUTING.md name files and folders that are there', () =>
  ['docs/house.md', 'CONTRIBUTING.md'].flatMap((paper) =>
    [...readText(paper).matchAll(/`((?:src|schema|test|scrapers|bench|docs)\/[\w./-]*[\w/])`/g)]
      .map(([, path = '']) => path)
      .filter((path) => path !== MADE_UP && !existsSync(join(root, path)))
      .map((path) => `${paper}: ${path} is gone; name what stands in its place`),
  ),
);

rule('no file needs another one that needs it', () => importCycles([...files, ...clientFiles()]));

t.test('a ring of files is found, and none where one of them waits or takes a type alone', async (t) => {
  const file = (path: string, text: string, from: string, typeOnly = false) => ({
    path,
    room: null,
    text,
    code: text,
    imports: [{ from, typeOnly }],
  });
  const ring = (...last: readonly [text: string, typeOnly?: boolean]) =>
    importCycles([
      file('src/a.ts', "import './b.ts'", 'src/b.ts'),
      file('src/b.ts', "import './c.ts'", 'src/c.ts'),
      file('src/c.ts', last[0], 'src/b.ts', last[1]),
    ]);
  t.match(ring("import './b.ts'"), [/^src\/b\.ts imports src\/c\.ts imports src\/b\.ts: move/]);
  t.strictSame(ring("import type { B } from './b.ts'", true), []);
  t.strictSame(ring("await import('./b.ts')"), []);
});

// Cycles are found above in a twentieth of a second; biome reads all for them once more, and on several threads it takes a seventh longer.
rule('biome finds nothing: no `any`, no `!`, no default export, no promise left alone', () =>
  tool(
    'npm run fix mends most of it',
    [
      'node_modules/@biomejs/biome/bin/biome',
      'lint',
      '--diagnostic-level=error',
      '--skip=suspicious/noImportCycles',
      '.',
    ],
    { RAYON_NUM_THREADS: '1' },
  ),
);

// One thread checks what four would check anew each, at half the processor time; the next run checks what changed since.
rule('the types agree', () =>
  tool('npm run types', [
    'node_modules/typescript/bin/tsc',
    '--noEmit',
    '--singleThreaded',
    '--incremental',
    '--tsBuildInfoFile',
    '.tap/types.tsbuildinfo',
  ]),
);
