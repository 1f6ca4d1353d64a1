import { openBatchDesk } from '../../src/jobs/batches/open-desk.ts';
import { openServiceState } from '../../src/store/open-store.ts';

/**
 * Run as a child process by test/http/batches-killed.test.ts: answers the lists that wait in the data folder, as a service does, until
 * it is killed.
 */
const [data = '.', now = ''] = process.argv.slice(2);
const state = openServiceState(data);
const desk = openBatchDesk({
  settings: { data, testInstitutions: true, base: '', now },
  batches: () => state.batches,
  fault: (cause) => void process.stderr.write(`${String(cause)}\n`),
});
desk.wake();
setInterval(() => desk.wake(), 1_000);
