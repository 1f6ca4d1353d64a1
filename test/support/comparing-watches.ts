import { setImmediate as turn } from 'node:timers/promises';
import { type Answers, createAnswers } from '../../src/ask/answers.ts';
import { openWatching } from '../../src/jobs/watches/watching.ts';
import { openServiceState, openStore } from '../../src/store/open-store.ts';
import { compareWatches } from '../../src/watch/compare.ts';
import { holdingAt } from './held-step.ts';

const comparedByThread = (data: string, now: string): void => {
  openWatching({
    settings: { data, testInstitutions: false, base: '', now, fetch: false, contact: null, mail: null },
    hasWork: async () => true,
    fault: (cause) => process.stderr.write(`${String(cause)}\n`),
  }).start();
};

/** The same work in this thread, where it can be held: at `verdict`, amid a slice, or at `slice`, when one is on the disk. */
const comparedHere = async (data: string, now: string, step: string, times = '1'): Promise<void> => {
  const held = holdingAt(step, times);
  const store = await openStore({ data, alone: true });
  const { watches } = openServiceState(data);
  const clock = () => new Date(now);
  const own = createAnswers(() => store.reader(), clock, { cacheBytes: 1_048_576, testInstitutions: false });
  const answers: Answers = { ...own, verdict: (...asked) => held('verdict', own.verdict(...asked)) };
  await compareWatches({ watches, answers, clock, base: '', pause: () => held('slice', turn()) });
};

/** Run as a child process by test/jobs/watches-killed.test.ts: compares the watches of a data folder until it is killed. */
if (import.meta.main) {
  const [data = '', now = '', step, times] = process.argv.slice(2);
  setInterval(() => undefined, 1000);
  if (step === undefined) comparedByThread(data, now);
  else await comparedHere(data, now, step, times);
}
