import { join } from 'node:path';
import t from 'tap';
import { processes } from './processes.ts';

/** One more than the two cores of the machines this is measured on: a tenth of the time of tests is waiting. */
const AT_ONCE = 3;
/** What takes twenty seconds alone may take minutes on a busy machine; what hangs is still ended. */
const LONGEST_MS = 600_000;

/** Of what tap starts itself with, its loaders for mocks, for its own TypeScript and for coverage are needed by none of ours. */
const own = process.execArgv.filter(
  (option) => option !== '--enable-source-maps' && !option.includes('/@tapjs/'),
);

/** tap puts a loader into NODE_OPTIONS as well, for every process below; a shell takes it out before Node reads it. */
const shell = ['-c', 'unset NODE_OPTIONS; exec "$0" "$@"', process.execPath];

t.jobs = AT_ONCE;
for (const name of Object.keys(processes)) {
  const args = [...shell, ...own, join(import.meta.dirname, 'support/one-process.ts'), name];
  void t.spawn('sh', args, { buffered: true, timeout: LONGEST_MS }, name);
}
