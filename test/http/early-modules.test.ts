import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import t from 'tap';

const root = join(import.meta.dirname, '../..');

/** What Node's own HTTP client is called among the modules of a process. */
const CLIENT = 'NativeModule internal/deps/undici/undici';

const loadsClient = (...modules: readonly string[]): boolean => {
  const imports = modules.map((one) => `await import('${one}');`).join('');
  const code = `${imports}process.stdout.write(String(process.moduleLoadList.includes('${CLIENT}')))`;
  const given = ['--import', './src/quick-start.js', '--input-type=module', '--eval', code];
  return execFileSync(process.execPath, given, { cwd: root, encoding: 'utf8' }) === 'true';
};

t.test('what answers plain questions at a start is loaded without Node’s HTTP client', async (t) => {
  t.equal(loadsClient('./src/run-service.ts', './src/answer-early.ts'), false);
  t.equal(loadsClient('node:http'), true, 'an import of node:http alone would load it');
});
