import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a folder and what it stands in. One folder at a time: Node's `recursive` never ends where the file system answers
 * "no such file" to every new folder, as /proc does. Throws the system's own error, with its code and the folder.
 */
export const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (cause) {
    // Another process that starts on the same folder may have been quicker.
    if (!existsSync(folder)) throw cause;
  }
};

/** True for a folder in which nothing lies yet, or that is not there; false also where nobody can look. */
export const isBare = (folder: string): boolean => {
  if (!existsSync(folder)) return true;
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
};
