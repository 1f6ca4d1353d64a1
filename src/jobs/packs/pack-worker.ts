import { workerData } from 'node:worker_threads';
import { systemClock } from '../../clock.ts';
import { loadCatalogue } from '../../harvest/catalogue.ts';
import { openServiceState } from '../../store/open-store.ts';
import type { AsideCalls } from '../aside.ts';
import { openFolder } from '../data-folder.ts';
import { serveWorker } from '../serve-worker.ts';
import { publishPack } from './publish-pack.ts';

const { data, publisher } = workerData as Readonly<{ data: string; publisher: string | null }>;
const registry = await openFolder(data);
const state = openServiceState(data);

const work = async (): Promise<null> => {
  const sources = () => loadCatalogue();
  await publishPack({ registry, state, sources, data, clock: systemClock, publisher });
  return null;
};

serveWorker<AsideCalls>({ work }, async () => {
  await state.close();
  await registry.close();
});
