import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import t from 'tap';
import { plainNode } from '../support/child.ts';

t.test('an error that nobody caught fails the test that runs, not one that waits for its turn', async (t) => {
  const [command, args] = plainNode([join(import.meta.dirname, '../support/erring-tests.ts')]);
  t.strictSame(JSON.parse(execFileSync(command, args, { encoding: 'utf8' })), [
    'outer: Error: one, uncaughtException',
    'inner: Error: two, unhandledRejection',
    'outer: Error: three, uncaughtException',
  ]);
});
