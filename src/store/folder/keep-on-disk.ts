import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Waits until what was written to a file, or which files a folder holds, would outlast a power failure. */
export const keepOnDisk = (path: string): void => {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** The same of a folder and of all that lies below it. */
export const keepAllOnDisk = (folder: string): void => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    keepOnDisk(join(entry.parentPath, entry.name));
  keepOnDisk(folder);
};
