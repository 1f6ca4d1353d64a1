import { type Answers, createAnswers } from '../../src/ask/answers.ts';
import { nameFinderFor } from '../../src/identify/kept-index/name-finders.ts';
import { openAnswering } from '../../src/jobs/batches/open-desk.ts';
import { namesFile } from '../../src/jobs/names/names-index.ts';
import { openServiceState, openStore } from '../../src/store/open-store.ts';
import type { BatchStore } from '../../src/store/service/batches.ts';
import { holdingAt, say } from './held-step.ts';

/**
 * Run as a child process by test/http/batches-killed.test.ts: answers the lists that wait in the data folder, as a service does, until
 * it is killed, and says `ended` and its id of each that is at its end. Holds at a step (`claim`, `verdict`, `part`) where one is named.
 */
const [data = '.', now = '', step, times] = process.argv.slice(2);
const store = await openStore({ data, alone: true });
await nameFinderFor(store.reader(), namesFile(data));
const state = openServiceState(data);
const clock = () => new Date(now);
const held = holdingAt(step, times);

const whole = createAnswers(() => store.reader(), clock, { cacheBytes: 1_048_576, testInstitutions: true });
const answers: Answers = { ...whole, unscored: (...asked) => held('verdict', whole.unscored(...asked)) };
const batches: BatchStore = {
  ...state.batches,
  claim: (claimant) => held('claim', state.batches.claim(claimant)),
  answerPart: (...answered) => held('part', state.batches.answerPart(...answered)),
  end: async (id, how, at) => {
    const ended = await state.batches.end(id, how, at);
    say(`ended ${id}`);
    return ended;
  },
};
const answering = openAnswering({
  answers,
  state: () => ({ ...state, batches }),
  clock,
  base: '',
  told: () => undefined,
  fault: (cause) => void process.stderr.write(`${String(cause)}\n`),
});
answering.wake();
setInterval(() => answering.wake(), 1_000);
