import { join } from 'node:path';
import { codeDigest } from '../../code-digest.ts';
import { buildNameIndex, indexBytes } from '../../names/index/name-index.ts';
import type { ReadNames } from '../../names/index/read-name.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { type NameFinder, nameFinder } from '../search.ts';
import { standingOf } from '../standing.ts';
import { readIndex, writeIndex } from './index-file.ts';

const BUILDER = join(import.meta.dirname, '../../names/index/name-index.ts');
const LAYOUT = join(import.meta.dirname, 'index-file.ts');

const building = new WeakMap<Reader, Promise<NameFinder>>();

/** The content of a registry as this reader sees it. */
export const contentOf = (reader: Reader): string => `${reader.generation} ${reader.reference.registryHash}`;

/** What a file of the index must be of: this content, as read by this code. */
export const indexStamp = (reader: Reader): string => `${contentOf(reader)} ${codeDigest(BUILDER, LAYOUT)}`;

/** Builds the index of the newest generation into the file elsewhere, so that requests are answered meanwhile. */
type BuildElsewhere = () => Promise<void>;

const openOrBuild = async (
  reader: Reader,
  file?: string,
  elsewhere?: BuildElsewhere,
  read?: ReadNames,
): Promise<NameFinder> => {
  const stamp = indexStamp(reader);
  let kept = file === undefined ? null : await readIndex(file, stamp);
  if (kept === null && file !== undefined && elsewhere !== undefined) {
    await elsewhere();
    kept = await readIndex(file, stamp);
  }
  if (kept !== null) return nameFinder(kept);
  const index = await buildNameIndex(reader.names(), await standingOf(reader), read);
  // What cannot be kept, on a full disk, is built again by the next process.
  if (file !== undefined) await writeIndex(file, index, stamp).catch(() => undefined);
  return nameFinder(index);
};

const files = new WeakMap<Reader, string>();

/** Says where the index of this reader's generation is kept, for a first question that needs it: many need none. */
export const keepIndexIn = (file: string, reader: Reader): void => void files.set(reader, file);

/** Finders of the registry contents met last: a generation taken up anew by another reader has the same names. */
const byContent = new Map<string, Promise<NameFinder>>();
const CONTENTS = 3;
/** Of indexes of more bytes than this only the newest is kept here; older ones live as long as their readers. */
const LARGE = 64 * 1_048_576;

const remember = (stamp: string, work: Promise<NameFinder>): void => {
  byContent.set(stamp, work);
  for (const oldest of byContent.keys()) {
    if (byContent.size <= CONTENTS) break;
    byContent.delete(oldest);
  }
};

const keepOnly = (stamp: string, { index }: NameFinder): void => {
  if (indexBytes(index) <= LARGE) return;
  for (const other of byContent.keys()) if (other !== stamp) byContent.delete(other);
};

/**
 * The finder over a reader's generation; its index is built (or read from `file`, when that holds the same generation) on the first
 * call and kept with the reader. Call it when a generation is opened, so that no visitor waits for it. The work pauses often, so
 * other requests go on meanwhile; with `elsewhere` only reading the file is done here. `read`: names that were read before.
 */
export const nameFinderFor = (
  reader: Reader,
  file = files.get(reader),
  elsewhere?: BuildElsewhere,
  read?: ReadNames,
): Promise<NameFinder> => {
  const { registryHash } = reader.reference;
  const stamp = contentOf(reader);
  const under = building.get(reader) ?? (registryHash === '' ? undefined : byContent.get(stamp));
  const work = under ?? openOrBuild(reader, file, elsewhere, read);
  building.set(reader, work);
  if (under !== undefined) return under;
  if (registryHash !== '') remember(stamp, work);
  work.then(
    (finder) => keepOnly(stamp, finder),
    () => {
      building.delete(reader);
      byContent.delete(stamp);
    },
  );
  return work;
};
