import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { createAnswers } from '../../src/ask/answers.ts';
import { openPoster } from '../../src/fetch/post.ts';
import { deliverDue } from '../../src/jobs/watches/deliver.ts';
import { openServiceState, openStore } from '../../src/store/open-store.ts';
import { compareWatches } from '../../src/watch/compare.ts';

/**
 * Run as a child process by test/jobs/told-once.test.ts and bench/watches/run.ts: compares the watches of a data folder and sends their
 * events to a receiver on this machine, as the thread of the service does, until it is killed.
 */
if (import.meta.main) {
  const [data = '', now = ''] = process.argv.slice(2);
  const store = await openStore({ data, alone: true });
  const state = openServiceState(data);
  const clock = () => new Date(now);
  const answers = createAnswers(() => store.reader(), clock, {
    cacheBytes: 1_048_576,
    testInstitutions: false,
  });
  const { post } = openPoster('Licet test', true);
  const base = 'https://licet.example';
  for (;;) {
    await store.refresh();
    await compareWatches({ watches: state.watches, answers, clock, base, pause: () => turn() });
    await deliverDue({ hooks: state.watchHooks, post, clock, base });
    await wait(20);
  }
}
