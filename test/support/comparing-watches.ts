import { openWatching } from '../../src/jobs/watches/watching.ts';

/** Run as a child process by test/jobs/watches-killed.test.ts: compares the watches of a data folder until it is killed. */
if (import.meta.main) {
  const [data = '', now = ''] = process.argv.slice(2);
  openWatching({
    settings: { data, testInstitutions: false, base: '', now, fetch: false, contact: null, mail: null },
    hasWork: async () => true,
    fault: (cause) => process.stderr.write(`${String(cause)}\n`),
  }).start();
  setInterval(() => undefined, 1000);
}
