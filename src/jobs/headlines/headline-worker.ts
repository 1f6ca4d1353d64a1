import { setImmediate as turn } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { openServiceState, openStore } from '../../store/open-store.ts';
import { compareHeadlines } from '../../watch/compare-headlines.ts';
import type { AsideCalls } from '../aside.ts';
import { stepBehindOthers } from '../behind-others.ts';
import { serveWorker } from '../serve-worker.ts';

stepBehindOthers();
const { data } = workerData as Readonly<{ data: string }>;
const store = await openStore({ data, alone: true });
const state = openServiceState(data);

/** One process at a time compares: each hears of every generation, and goes on from what was kept last. */
const work = async (): Promise<null> => {
  const endTurn = await state.turn('headlines');
  if (endTurn === null) return null;
  await store.refresh();
  await compareHeadlines({ headlines: state.headlines, generations: store, pause: () => turn() }).finally(
    endTurn,
  );
  return null;
};

serveWorker<AsideCalls>({ work }, async () => {
  await state.close();
  await store.close();
});
