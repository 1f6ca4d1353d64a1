import { setTimeout as wait } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { systemClock } from '../../clock.ts';
import { loadCatalogue } from '../../harvest/catalogue.ts';
import { openServiceState } from '../../store/open-store.ts';
import type { AsideCalls } from '../aside.ts';
import { stepBehindOthers } from '../behind-others.ts';
import { openFolder } from '../data-folder.ts';
import { LeaseTaken } from '../lease-guard.ts';
import { serveWorker } from '../serve-worker.ts';
import { publishPack } from './publish-pack.ts';

stepBehindOthers();
const { data, publisher } = workerData as Readonly<{ data: string; publisher: string | null }>;
const registry = await openFolder(data);
const state = openServiceState(data);

/** How long to wait, in milliseconds, for another process that makes packs here: a person, or a service that was killed and not yet missed. */
const LOOK_AGAIN_MS = 15_000;

const work = async (): Promise<null> => {
  const sources = () => loadCatalogue();
  for (;;)
    try {
      await publishPack({ registry, state, sources, data, clock: systemClock, publisher });
      return null;
    } catch (cause) {
      if (!(cause instanceof LeaseTaken)) throw cause;
      await wait(LOOK_AGAIN_MS);
    }
};

serveWorker<AsideCalls>({ work }, async () => {
  await state.close();
  await registry.close();
});
