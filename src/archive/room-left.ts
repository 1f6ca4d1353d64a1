import { statfs } from 'node:fs/promises';

/** Below this a night cannot be counted on to be written: 64 MB. */
export const LEAST_ROOM = 64 * 1_048_576;

/** Room on the disk of a folder for whoever is not its administrator, in bytes. */
export const roomLeft = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};
