import { join } from 'node:path';
import t from 'tap';
import { processes } from './processes.ts';

/** One more than the two cores of the machines this is measured on: a tenth of the time of tests is waiting. */
const AT_ONCE = 3;
/** What takes twenty seconds alone may take minutes on a busy machine; what hangs is still ended. */
const LONGEST_MS = 600_000;

t.jobs = AT_ONCE;
for (const name of Object.keys(processes)) {
  const args = [...process.execArgv, join(import.meta.dirname, 'support/one-process.ts'), name];
  void t.spawn(process.execPath, args, { buffered: true, timeout: LONGEST_MS }, name);
}
