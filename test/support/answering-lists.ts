import { createAnswers } from '../../src/ask/answers.ts';
import { openAnswering } from '../../src/jobs/batches/open-desk.ts';
import { openServiceState, openStore } from '../../src/store/open-store.ts';

/**
 * Run as a child process by test/http/batches-killed.test.ts: answers the lists that wait in the data folder, as a service does, until
 * it is killed.
 */
const [data = '.', now = ''] = process.argv.slice(2);
const store = await openStore({ data, alone: true });
const state = openServiceState(data);
const clock = () => new Date(now);
const answers = createAnswers(() => store.reader(), clock, { cacheBytes: 1_048_576, testInstitutions: true });
const answering = openAnswering({
  answers,
  state: () => state,
  clock,
  base: '',
  told: () => undefined,
  fault: (cause) => void process.stderr.write(`${String(cause)}\n`),
});
answering.wake();
setInterval(() => answering.wake(), 1_000);
