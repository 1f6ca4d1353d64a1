import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Reader } from '../../store/types.ts';
import { type NameFinder, nameFinder } from './finder.ts';
import { packIndex, unpackIndex } from './index-file.ts';
import { buildNameIndex, type NameIndex } from './name-index.ts';

const building = new WeakMap<Reader, Promise<NameFinder>>();

const stampOf = (reader: Reader): string => `${reader.generation} ${reader.reference.registryHash}`;

const load = async (file: string, stamp: string): Promise<NameIndex | null> => {
  const bytes = await readFile(file).catch(() => null);
  return bytes === null ? null : unpackIndex(bytes, stamp);
};

/** Written beside and renamed: a killed process leaves the old file or the new one. */
const save = async (file: string, index: NameIndex, stamp: string): Promise<void> => {
  const beside = `${file}.${process.pid}.new`;
  await writeFile(beside, packIndex(index, stamp));
  await rename(beside, file);
};

const made = async (reader: Reader, file: string | undefined): Promise<NameFinder> => {
  const stamp = stampOf(reader);
  const kept = file === undefined ? null : await load(file, stamp);
  if (kept !== null) return nameFinder(kept);
  const index = await buildNameIndex(reader.names());
  if (file !== undefined) await save(file, index, stamp);
  return nameFinder(index);
};

/**
 * The finder over a reader's generation; its index is built (or read from `file`, when that holds the same generation) on the first
 * call and kept with the reader. Call it when a generation is opened, so that no visitor waits for it. The work pauses often, so
 * other requests go on meanwhile.
 */
export const attachNames = (reader: Reader, file?: string): Promise<NameFinder> => {
  const under = building.get(reader);
  if (under !== undefined) return under;
  const work = made(reader, file);
  building.set(reader, work);
  work.catch(() => building.delete(reader));
  return work;
};
