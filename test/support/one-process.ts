import { flushCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesOf, processes } from '../processes.ts';

/**
 * Runs the test files of one process of `processes.ts`, one after another. Each becomes a test of its own: what it opens is closed
 * and what it hooks in is gone before the next one is loaded, as if it had a process to itself.
 */
const [, , name = ''] = process.argv;
if (!(name in processes))
  throw new Error(`${name} is no process of test/processes.ts: ${Object.keys(processes).join(', ')}`);
const beside = (file: string) => ({
  url: new URL(file, import.meta.url).href,
  format: 'module-typescript',
  shortCircuit: true,
});

const domain = registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'async-hook-domain' ? beside('test-domain.ts') : next(specifier, context),
});
const { t } = await import('tap');
const { startFile } = await import('./file-test.ts');
domain.deregister();

/**
 * What stands for a file of ours where test files share a process. A test file imports `tap` and means the root of its process; here that is
 * the test of this one file. What a list says to the V8 of its process is said in processes of their own (test/jobs/kept-small.test.ts): here it
 * would hold for all files that come after, and nothing that is kept compiled would be taken up.
 */
const instead = (specifier: string, parent = ''): string | undefined => {
  if (specifier === 'tap') return 'file-test.ts';
  if (specifier.endsWith('/give-back.ts')) return 'not-giving-back.ts';
  return specifier === './migrate.ts' && parent.endsWith('/store/sqlite/connect.ts')
    ? '../store/migrated-once.ts'
    : undefined;
};
registerHooks({
  resolve: (specifier, context, next) => {
    const other = instead(specifier, context.parentURL);
    return other === undefined ? next(specifier, context) : beside(other);
  },
});

for (const file of filesOf(name))
  await t.test(file, async (t) => {
    startFile(t);
    await import(pathToFileURL(join(import.meta.dirname, '..', file)).href);
    // What Node made of its modules is there at once for children and for the processes beside this one, which all load the same.
    flushCompileCache();
  });
