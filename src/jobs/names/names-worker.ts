import { nameFinderFor } from '../../identify/kept-index/name-finders.ts';
import { openStore } from '../../store/open-store.ts';
import { serveWorker } from '../serve-worker.ts';
import type { NamesCalls } from './names-index.ts';

/** Builds a names index beside the service: its own connection reads the newest generation and writes the file. */
const build = async ({ data, file }: NamesCalls['build']['given']): Promise<null> => {
  const store = await openStore({ data, alone: true });
  try {
    await nameFinderFor(store.reader(), file);
    return null;
  } finally {
    await store.close();
  }
};

serveWorker<NamesCalls>({ build }, async () => undefined);
