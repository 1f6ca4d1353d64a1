import { copyFileSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { headFile, headKeyFile } from '../folder/head-files.ts';
import { makePrivateFile, makePrivateFolder } from '../folder/private-files.ts';
import { openReading } from './connect.ts';
import { practitionersFile, registryFile, serviceFile } from './files.ts';

/** More pages than any file has: a copy is made in one step, so that no writing beside it lets it begin anew. */
const ALL = 0x7fff_ffff;

const copyDatabase = async (file: string, target: string): Promise<void> => {
  if (!existsSync(file)) return;
  const db = openReading(file);
  const copy = join(target, basename(file));
  makePrivateFile(copy);
  await db.backup(copy, { progress: () => ALL }).finally(() => db.close());
};

/**
 * Writes what lies in a data folder whatever the engine into an empty folder: the signed head, and physicians' rows. Their key stays
 * where it is: it does not belong into one place with them (docs/data-protection.md).
 */
export const copyFilesBeside = async (data: string, target: string): Promise<void> => {
  makePrivateFolder(target);
  for (const file of [headFile(data), headKeyFile(data)])
    if (existsSync(file)) {
      const copy = join(target, basename(file));
      makePrivateFile(copy);
      copyFileSync(file, copy);
    }
  await copyDatabase(practitionersFile(data), target);
};

/**
 * Writes what a data folder keeps into an empty folder: each database as of one moment, while others read and write it. The head comes
 * first: a registry that is newer than its head is told as `behind`, one that is older as rolled back.
 */
export const copyState = async (data: string, target: string): Promise<void> => {
  await copyFilesBeside(data, target);
  for (const file of [registryFile(data), serviceFile(data)]) await copyDatabase(file, target);
};
