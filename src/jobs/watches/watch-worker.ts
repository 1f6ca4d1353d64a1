import { setImmediate as turn } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { createAnswers } from '../../ask/answers.ts';
import { systemClock } from '../../clock.ts';
import { keepIndexIn } from '../../identify/kept-index/name-finders.ts';
import { openServiceState, openStore } from '../../store/open-store.ts';
import { compareWatches } from '../../watch/compare.ts';
import { namesFile } from '../names-index.ts';
import { serveWorker } from '../serve-worker.ts';

/** What the worker that compares watches is started with. */
export type WatchSettings = Readonly<{
  data: string;
  testInstitutions: boolean;
  /** The public address of this service, empty where it has none. */
  base: string;
  /** The present instant, where tests set the clock; null: the machine's. */
  now: string | null;
}>;

/** Compares all that is stale with the newest generation; gives how many entries were compared and how many events written. */
export type WatchCalls = Readonly<{
  compare: Readonly<{ given: null; answer: Readonly<{ compared: number; events: number }> }>;
}>;

const CACHE_BYTES = 1_048_576;

const { data, testInstitutions, base, now } = workerData as WatchSettings;
const store = await openStore({ data, graceMs: 0 });
const state = openServiceState(data);
const clock = () => (now === null ? systemClock() : new Date(now));
const answers = createAnswers(() => store.reader(), clock, { cacheBytes: CACHE_BYTES, testInstitutions });

const compare = async (): Promise<WatchCalls['compare']['answer']> => {
  await store.refresh();
  keepIndexIn(namesFile(data), store.reader());
  return compareWatches({ watches: state.watches, answers, clock, base, pause: () => turn() });
};

serveWorker<WatchCalls>({ compare }, async () => {
  await state.close();
  await store.close();
});
