import { nameFinderFor } from '../../identify/kept-index/name-finders.ts';
import { openStore } from '../../store/open-store.ts';
import { serveWorker } from '../serve-worker.ts';
import type { NamesCalls } from './names-index.ts';

/** Builds a names index beside the service: its own connection reads the newest generation and writes the file; gives which one that was. */
const build = async ({ data, file }: NamesCalls['build']['given']): Promise<number> => {
  const store = await openStore({ data, alone: true });
  try {
    const reader = store.reader();
    await nameFinderFor(reader, file);
    return reader.generation;
  } finally {
    await store.close();
  }
};

serveWorker<NamesCalls>({ build }, async () => undefined);
