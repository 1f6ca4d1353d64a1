import { nameFinderFor } from '../../identify/kept-index/name-finders.ts';
import { openSharedFiles, openStore } from '../../store/open-store.ts';
import { serveWorker } from '../serve-worker.ts';
import type { NamesCalls } from './names-index.ts';
import { shareIndex } from './share-index.ts';

/**
 * Has the names index in its file, beside the service: its own connection reads the newest generation. Where several machines share a
 * database one of them builds it. Gives which generation that was.
 */
const build = async ({ data, file, patient }: NamesCalls['build']['given']): Promise<number> => {
  const store = await openStore({ data, alone: true });
  const shared = openSharedFiles(data);
  try {
    const reader = store.reader();
    if (shared === null) await nameFinderFor(reader, file);
    else await shareIndex({ store, reader, file, shared, patient });
    return reader.generation;
  } finally {
    await shared?.close();
    await store.close();
  }
};

serveWorker<NamesCalls>({ build }, async () => undefined);
