import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keepAllOnDisk, keepOnDisk } from '../../store/folder/keep-on-disk.ts';
import { makePrivateFolder } from '../../store/folder/private-files.ts';
import { takeUpRegistry } from '../../store/open-store.ts';
import { besideIn, preparedHere, registryIn } from './kept.ts';

/** Puts each thing under its name once it is whole; what another process that starts on the same folder has put there stays. */
const putBeside = (from: string, data: string): void => {
  const unfinished = mkdtempSync(join(data, '.licet-first-'));
  try {
    cpSync(from, unfinished, { recursive: true });
    // A registry that outlasts a power failure names pages that must do so too.
    keepAllOnDisk(unfinished);
    for (const entry of readdirSync(unfinished, { withFileTypes: true })) {
      const { name } = entry;
      // What was kept for everybody is this folder's own from now on.
      chmodSync(join(unfinished, name), entry.isDirectory() ? 0o700 : 0o600);
      if (!existsSync(join(data, name))) renameSync(join(unfinished, name), join(data, name));
    }
    keepOnDisk(data);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
};

/**
 * Fills an empty data folder with the outcome of its first night where that was made beforehand by the same code, from the same lists: what lies there
 * afterwards is what a night at this instant would have written. The registry comes last, so that a folder that has it has all. False where nothing was
 * made, or where it cannot be taken up: then the lists are read.
 */
export const takeUpFirstNight = async (
  data: string,
  now: Date,
  prepared = preparedHere(),
): Promise<boolean> => {
  if (prepared === null || !existsSync(prepared)) return false;
  try {
    makePrivateFolder(data);
    putBeside(besideIn(prepared), data);
    await takeUpRegistry(registryIn(prepared), data, now.toISOString());
    return true;
  } catch {
    // Reading the lists meets the same fault, and says what it means.
    return false;
  }
};
