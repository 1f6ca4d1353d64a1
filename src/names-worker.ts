import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import type { NamesThread } from './names.ts';
import { attachNames } from './registry/names/attach.ts';
import { openStore } from './store/store.ts';

const { data, file } = workerData as NamesThread;
const store = await openStore({ file: join(data, 'licet.db'), graceMs: 0 });
try {
  await attachNames(store.reader(), file);
} finally {
  await store.close();
}
