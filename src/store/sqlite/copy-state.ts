import { copyFileSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { headFile, headKeyFile } from '../folder/head-files.ts';
import { makePrivateFile, makePrivateFolder } from '../folder/private-files.ts';
import { openReading } from './connect.ts';
import { practitionersFile, registryFile, serviceFile } from './files.ts';

/** More pages than any file has: a copy is made in one step, so that no writing beside it lets it begin anew. */
const ALL = 0x7fff_ffff;

/**
 * Writes what a data folder keeps into an empty folder: each database as of one moment, while others read and write it. The key of
 * physicians' rows stays where it is: it does not belong into one place with them (docs/data-protection.md).
 */
export const copyState = async (data: string, target: string): Promise<void> => {
  makePrivateFolder(target);
  // The head first: a registry that is newer than its head is told as `behind`, one that is older as rolled back.
  for (const file of [headFile(data), headKeyFile(data)])
    if (existsSync(file)) {
      const copy = join(target, basename(file));
      makePrivateFile(copy);
      copyFileSync(file, copy);
    }
  for (const file of [registryFile(data), serviceFile(data), practitionersFile(data)]) {
    if (!existsSync(file)) continue;
    const db = openReading(file);
    const copy = join(target, basename(file));
    makePrivateFile(copy);
    await db.backup(copy, { progress: () => ALL }).finally(() => db.close());
  }
};
