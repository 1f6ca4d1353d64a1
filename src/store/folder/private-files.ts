import { chmodSync, closeSync, openSync, statSync } from 'node:fs';
import { makeFolder } from './folder.ts';

const OTHERS = 0o077;
/** A folder like /tmp, in which everybody may make files of their own: it is nobody's data folder alone. */
const STICKY = 0o1000;

/** Takes from everybody but the owner what they may do with a file or folder of this user; others' files stay as they are. */
const tighten = (path: string): void => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || (found.mode & OTHERS) === 0 || (found.mode & STICKY) !== 0) return;
  if (found.uid === process.getuid?.()) chmodSync(path, found.mode & 0o7700);
};

/** Creates a data folder that only its owner may enter, or tightens one that is there. */
export const makePrivateFolder = (folder: string): void => {
  makeFolder(folder);
  tighten(folder);
};

/** Creates a database file that only its owner may read, or tightens one that is there, its log of changes included. */
export const makePrivateFile = (file: string): void => {
  closeSync(openSync(file, 'a', 0o600));
  for (const path of [file, `${file}-wal`, `${file}-shm`]) tighten(path);
};
