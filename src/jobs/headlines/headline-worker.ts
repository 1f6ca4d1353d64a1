import { setImmediate as turn } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { openServiceState, openStore } from '../../store/open-store.ts';
import { compareHeadlines } from '../../watch/compare-headlines.ts';
import type { AsideCalls } from '../aside.ts';
import { serveWorker } from '../serve-worker.ts';

const { data } = workerData as Readonly<{ data: string }>;
const store = await openStore({ data, alone: true });
const state = openServiceState(data);

const work = async (): Promise<null> => {
  await store.refresh();
  await compareHeadlines({ headlines: state.headlines, generations: store, pause: () => turn() });
  return null;
};

serveWorker<AsideCalls>({ work }, async () => {
  await state.close();
  await store.close();
});
