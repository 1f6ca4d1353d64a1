import { workerData } from 'node:worker_threads';
import { systemClock } from '../../clock.ts';
import { loadCatalogue } from '../../harvest/catalogue.ts';
import { openServiceState } from '../../store/open-store.ts';
import { openFolder } from '../data-folder.ts';
import { serveWorker } from '../serve-worker.ts';
import { publishPack } from './publish-pack.ts';

/** What the worker that makes packs is started with. */
export type PackSettings = Readonly<{ data: string; publisher: string | null }>;

/** Makes the packs of the newest generation; gives its number, or null where they were there. */
export type PackCalls = Readonly<{ publish: Readonly<{ given: null; answer: number | null }> }>;

const { data, publisher } = workerData as PackSettings;
const registry = await openFolder(data);
const state = openServiceState(data);

const publish = async (): Promise<number | null> => {
  const sources = () => loadCatalogue();
  const { full, made } = await publishPack({ registry, state, sources, data, clock: systemClock, publisher });
  return made ? full.manifest.generation : null;
};

serveWorker<PackCalls>({ publish }, async () => {
  await state.close();
  await registry.close();
});
