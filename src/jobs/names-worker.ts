import { workerData } from 'node:worker_threads';
import { nameFinderFor } from '../identify/kept-index/name-finders.ts';
import { openStore } from '../store/open-store.ts';
import type { NamesThread } from './names-index.ts';

const { data, file } = workerData as NamesThread;
const store = await openStore({ data, graceMs: 0 });
try {
  await nameFinderFor(store.reader(), file);
} finally {
  await store.close();
}
