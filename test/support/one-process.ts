import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { t } from 'tap';
import { filesOf } from '../processes.ts';
import { startFile } from './file-test.ts';

/**
 * Runs the test files of one process of `processes.ts`, one after another. Each becomes a test of its own: what it opens is closed
 * and what it hooks in is gone before the next one is loaded, as if it had a process to itself.
 */
const [, , name = ''] = process.argv;
const fileTest = new URL('file-test.ts', import.meta.url).href;

// A test file imports `tap` and means the root of its process; here that is the test of this one file.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'tap'
      ? { url: fileTest, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

for (const file of filesOf(name))
  await t.test(file, async (t) => {
    startFile(t);
    await import(pathToFileURL(join(import.meta.dirname, '..', file)).href);
  });
