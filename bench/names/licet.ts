import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify } from '../../src/identify/identify.ts';
import { namesFile, openNames } from '../../src/jobs/names/names-index.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import type { Store } from '../../src/store/store.ts';
import type { Engine } from './engine.ts';
import { fillData } from './made-up-data.ts';

const opened = async (folder: string): Promise<Store> => {
  const store = await openStore({ data: folder });
  await store.refresh();
  return store;
};

/** Until the index of the generation is there, as the service waits for it, in milliseconds. */
const readyIn = async (store: Store, folder: string): Promise<number> => {
  const from = performance.now();
  await openNames(store, folder).ready();
  return performance.now() - from;
};

/**
 * Licet as the service is: a data folder with the registry in SQLite, the index built in a thread, then read from its file by
 * a store that has never seen it.
 */
export const licet = (names: Iterable<NameRow>, tell: (text: string) => void): Engine => {
  let close = async (): Promise<void> => {};
  let store: Store | undefined;
  return {
    name: 'Licet',
    here: true,
    hold: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'licet-bench-names-'));
      close = async () => {
        await store?.close();
        await rm(folder, { recursive: true, force: true });
      };
      await fillData(folder, names);
      tell('registry filled');
      const first = await opened(folder);
      const buildMs = await readyIn(first, folder);
      await first.close();
      store = await opened(folder);
      const readyMs = await readyIn(store, folder);
      return { bytes: (await stat(namesFile(folder))).size, buildMs, readyMs };
    },
    best: async (query) => {
      if (store === undefined) return null;
      // A reader of its own, of which nothing was asked yet: what was found for a name before is no measure of finding it.
      const found = await identify({ name: query }, { ...store.reader() });
      return found.id ?? found.candidates[0]?.id ?? null;
    },
    close: () => close(),
  };
};
