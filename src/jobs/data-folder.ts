import type { Archive } from '../archive/archive.ts';
import { openArchive } from '../archive/open-archive.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';

/** An opened data folder: the registry and the archive of its pages. */
export type Registry = Readonly<{
  store: Store;
  archive: Archive;
  close: () => Promise<void>;
}>;

/** Opens a data folder, creating it when it is not there; nothing is read into it yet. Throws what the store throws. */
export const openFolder = async (data: string): Promise<Registry> => {
  const store = await openStore({ data });
  return { store, archive: openArchive(data), close: () => store.close() };
};
