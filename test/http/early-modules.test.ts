import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';

const root = join(import.meta.dirname, '../..');

/** What Node's own HTTP client is called among the modules of a process. */
const CLIENT = 'NativeModule internal/deps/undici/undici';

const said = (code: string, quick = true): string => {
  const first = quick ? ['--import', './src/quick-start.js'] : [];
  const given = [...first, '--input-type=module', '--eval', code];
  return execFileSync(process.execPath, given, { cwd: root, encoding: 'utf8' });
};

const loadsClient = (...modules: readonly string[]): boolean => {
  const imports = modules.map((one) => `await import('${one}');`).join('');
  const code = `${imports}process.stdout.write(String(process.moduleLoadList.includes('${CLIENT}')))`;
  return said(code) === 'true';
};

t.test('what answers plain questions at a start is loaded without Node’s HTTP client', async (t) => {
  t.equal(loadsClient('./src/run-service.ts', './src/answer-early.ts'), false);
  t.equal(loadsClient('node:http'), true, 'an import of node:http alone would load it');
});

t.test('a name of a package or a list stands for what Node finds by itself, once and again', async (t) => {
  const texts = globSync('{src,schema}/**/*.ts', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const named = texts.flatMap((text) =>
    [...text.matchAll(/ from '([@a-z][^':]*)'/gu)].map(([, name]) => name),
  );
  const asked = [...new Set(named), './schema/codes/divisions.json'];
  t.ok(asked.length > 30);
  const twice = JSON.stringify([...asked, ...asked]);
  const code = `console.log(${twice}.map((one) => import.meta.resolve(one)).join(' '))`;
  t.equal(said(code), said(code, false));
});
