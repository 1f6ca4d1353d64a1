import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../../archive/archive.ts';

/** No process writes one file, or stages one backup, for so long. */
const ABANDONED_MS = 86_400_000;

/** What a killed process leaves in a data folder: an index of names or a registry beside its place, the copies a backup is packed from, those of a first night. */
const UNFINISHED =
  /^(?:(?:names\.(?:index|answers)|licet\.db)\.[\da-f-]{1,36}\.new|\.licet-(?:backup|first)-[A-Za-z0-9]{6})$/u;

const isAbandoned = (at: Date, now: Date): boolean => now.getTime() - at.getTime() > ABANDONED_MS;

const inFolder = async (data: string, now: Date): Promise<number> => {
  let removed = 0;
  for (const name of (await readdir(data)).filter((one) => UNFINISHED.test(one))) {
    const place = join(data, name);
    const about = await stat(place).catch(() => null);
    if (about === null || !isAbandoned(about.mtime, now)) continue;
    await rm(place, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
};

const inArchive = async (archive: Pick<Archive, 'walk' | 'discard'>, now: Date): Promise<number> => {
  let removed = 0;
  for await (const { kind, place, at } of archive.walk()) {
    if (kind !== 'partial' || !isAbandoned(at, now)) continue;
    await archive.discard(place);
    removed += 1;
  }
  return removed;
};

/**
 * Removes what processes that were killed left unfinished in a data folder and its archive, once it has lain there for a day: nobody can be
 * writing it any more. Gives how many files and folders. (What was left of packs goes when the next ones are made: src/packs/pack-shelf.ts.)
 */
export const removeLeftovers = async (
  data: string,
  archive: Pick<Archive, 'walk' | 'discard'>,
  now: Date,
): Promise<number> => (await inFolder(data, now)) + (await inArchive(archive, now));

/** The same once a day and at the start, for whoever looks more often. */
export const openTidying = (
  data: string,
  archive: Pick<Archive, 'walk' | 'discard'>,
  clock: () => Date,
): (() => Promise<void>) => {
  let tidied = '';
  return async () => {
    const now = clock();
    const today = now.toISOString().slice(0, 10);
    if (tidied === today) return;
    await removeLeftovers(data, archive, now);
    tidied = today;
  };
};
