import { type Answers, createAnswers } from '../../src/ask/answers.ts';
import { openBatchDesk } from '../../src/jobs/batches/open-desk.ts';
import { openServiceState, openStore } from '../../src/store/open-store.ts';
import type { BatchStore } from '../../src/store/service/batches.ts';

/**
 * Run as a child process by test/http/batches-killed.test.ts: answers the lists that wait in the data folder, as a service does, until
 * it is killed, and says `ended` and its id of each that is at its end. Where a step is named (`claim`, `verdict`, `part`), it says
 * `held` once this step is done so many times, and goes no further: whoever kills it then knows where it stood.
 */
const [data = '.', now = '', step = '', times = '1'] = process.argv.slice(2);
const store = await openStore({ data, alone: true });
const state = openServiceState(data);
const clock = () => new Date(now);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

let left = Number(times);
const heldAt = async <T>(name: string, work: Promise<T>): Promise<T> => {
  const done = await work;
  if (name !== step) return done;
  left -= 1;
  if (left > 0) return done;
  say('held');
  return new Promise(() => undefined);
};

const whole = createAnswers(() => store.reader(), clock, { cacheBytes: 1_048_576, testInstitutions: true });
const answers: Answers = { ...whole, verdict: (...asked) => heldAt('verdict', whole.verdict(...asked)) };
const batches: BatchStore = {
  ...state.batches,
  claim: (claimant) => heldAt('claim', state.batches.claim(claimant)),
  answerPart: (...answered) => heldAt('part', state.batches.answerPart(...answered)),
  end: async (id, how, at) => {
    const ended = await state.batches.end(id, how, at);
    say(`ended ${id}`);
    return ended;
  },
};
const desk = openBatchDesk({
  answers,
  state: () => ({ ...state, batches }),
  clock,
  base: '',
  told: () => undefined,
  fault: (cause) => void process.stderr.write(`${String(cause)}\n`),
});
desk.wake();
setInterval(() => desk.wake(), 1_000);
