import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** How the name of a file ends that is not finished yet; a killed process may leave one behind. */
export const PARTIAL = '.partial';

/** Makes a rename last through a power failure: the folder's own entry must reach the disk too. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

/** Whole file or none: written beside its place, synced, then renamed into it. Throws the system's own error. */
export const writeWhole = async (file: string, bytes: Uint8Array): Promise<void> => {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  const partial = join(folder, `.${randomUUID()}${PARTIAL}`);
  try {
    const handle = await open(partial, 'wx');
    await handle
      .writeFile(bytes)
      .then(() => handle.sync())
      .finally(() => handle.close());
    await rename(partial, file);
  } catch (cause) {
    await rm(partial, { force: true });
    throw cause;
  }
  await syncFolder(folder);
};
