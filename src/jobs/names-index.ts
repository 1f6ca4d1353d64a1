import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { brandsOf } from '../identify/brands.ts';
import { nameFinderFor } from '../identify/kept-index/name-finders.ts';
import type { Generations } from '../store/generations.ts';

/** What the thread that builds the names index is given. */
export type NamesThread = Readonly<{ data: string; file: string }>;

const inThread = async (work: NamesThread): Promise<void> => {
  const worker = new Worker(new URL('./names-worker.ts', import.meta.url), { workerData: work });
  await once(worker, 'exit');
};

/** Where a data folder keeps its names index. */
export const namesFile = (data: string): string => join(data, 'names.index');

/**
 * The names index of the service. `ready` takes up the index, and the brands, of the generation that answers: from the file next to the database,
 * or built in a thread when the file is of another generation. Questions that need it meanwhile wait for that thread, all
 * others are answered at once.
 */
export const openNames = (store: Pick<Generations, 'reader'>, data: string) => {
  const file = namesFile(data);
  return {
    /** Writes the index of the newest published generation, while an older one still answers. */
    prepare: (): Promise<void> => inThread({ data, file }),
    ready: async (): Promise<void> => {
      const reader = store.reader();
      await nameFinderFor(reader, file, () => inThread({ data, file }));
      await brandsOf(reader);
    },
  };
};
