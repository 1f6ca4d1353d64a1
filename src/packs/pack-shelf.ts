import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { sha256 } from '../../schema/base.ts';
import { PACK_ENDING, type PackManifest, packFileName, packManifest } from '../../schema/pack.ts';

/** A pack as it lies on the shelf: its file, and what it says of itself. */
const shelved = z.strictObject({
  name: packFileName,
  bytes: z.number().int(),
  sha256,
  manifest: packManifest,
});
export type ShelvedPack = Readonly<z.infer<typeof shelved>>;

/** What a list of packs says of one: all but its sources and its files, which may be many. */
export type ShelvedNote = Omit<ShelvedPack, 'manifest'> &
  Readonly<{ manifest: Omit<PackManifest, 'sources' | 'files' | 'missingPages'> }>;

/** How many are kept, the newest ones: a follower that missed more than these deltas takes a full pack. */
const KEPT = { full: 2, delta: 60 } as const;

/** Notes that were read, as long as they are the same files: to parse all of them took a tenth of a second of every request. */
const READ = 256;

/** The folder below a data folder in which packs lie. */
export const shelfFolder = (data: string): string => join(data, 'packs');

/** The name of a pack's file: what it leads to, and of a delta also what it goes onto. */
export const packName = ({
  kind,
  generation,
  base,
}: Pick<ShelvedPack['manifest'], 'kind' | 'generation' | 'base'>) =>
  `${kind}-${base === null ? '' : `${base.generation}-`}${generation}${PACK_ENDING}`;

/** A note as it is written; one that was cut off, or is of another version, counts as none. */
const shelvedText = z
  .string()
  .transform((text, problem) => {
    try {
      return JSON.parse(text);
    } catch {
      problem.addIssue('is no JSON');
      return z.NEVER;
    }
  })
  .pipe(shelved);

const digestOf = async (file: string): Promise<string> => {
  const sum = createHash('sha256');
  await pipeline(createReadStream(file), sum);
  return sum.digest('hex');
};

/** The place of the note beside a pack's file: the pack is there once its note is. */
const noteOf = (file: string): string => `${file}.json`;

/** A pack by its note; null where there is none, or none that can be read. */
const readShelved = async (folder: string, name: string): Promise<ShelvedPack | null> => {
  const text = await readFile(noteOf(join(folder, name)), 'utf8').catch(() => null);
  return text === null ? null : (shelvedText.safeParse(text).data ?? null);
};

type Read = Readonly<{ changed: number; bytes: number; note: ShelvedNote }>;
const notes = new LRUCache<string, Read>({ max: READ });

/** What the note of a pack says, read anew only where its file has changed. */
const readNote = async (folder: string, name: string): Promise<ShelvedNote | null> => {
  const file = noteOf(join(folder, name));
  const about = await stat(file).catch(() => null);
  if (about === null) return null;
  const { mtimeMs: changed, size: bytes } = about;
  const known = notes.get(file);
  if (known?.changed === changed && known.bytes === bytes) return known.note;
  const pack = await readShelved(folder, name);
  if (pack === null) return null;
  const { sources, files, missingPages, ...manifest } = pack.manifest;
  const note = { ...pack, manifest };
  notes.set(file, { changed, bytes, note });
  return note;
};

/** All packs on the shelf, newest first, full ones before deltas of the same generation. */
export const listShelf = async (folder: string): Promise<readonly ShelvedNote[]> => {
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => packFileName.safeParse(name).success,
  );
  const found = await Promise.all(names.map((name) => readNote(folder, name)));
  return found
    .filter((one) => one !== null)
    .sort(
      (a, b) =>
        b.manifest.generation - a.manifest.generation ||
        (a.manifest.kind === 'full' ? -1 : 1) - (b.manifest.kind === 'full' ? -1 : 1),
    );
};

/** A pack by the name of its file; null where there is none. */
export const onShelf = async (folder: string, name: string): Promise<ShelvedPack | null> =>
  packFileName.safeParse(name).success ? readShelved(folder, name) : null;

/** Puts a file that was finished in a work folder on the shelf, with its note: whole, and never seen before that. */
export const shelve = async (
  folder: string,
  finished: string,
  manifest: ShelvedPack['manifest'],
): Promise<ShelvedPack> => {
  const name = packName(manifest);
  const bytes = (await stat(finished)).size;
  const pack = { name, bytes, sha256: await digestOf(finished), manifest };
  await writeFile(noteOf(finished), JSON.stringify(pack), { mode: 0o600 });
  const file = join(folder, name);
  await rename(finished, file);
  await rename(noteOf(finished), noteOf(file));
  return pack;
};

/** Takes away what is older than the packs that are kept. */
export const tidyShelf = async (folder: string): Promise<void> => {
  const packs = await listShelf(folder);
  for (const kind of ['full', 'delta'] as const)
    for (const { name } of packs.filter(({ manifest }) => manifest.kind === kind).slice(KEPT[kind])) {
      await rm(noteOf(join(folder, name)), { force: true });
      await rm(join(folder, name), { force: true });
    }
};

/** What is done in a work folder. One process at a time does each: whoever does it holds the lease for it. */
type Work = 'make' | 'apply';

/**
 * Does some work in a folder of its own on the shelf, which is gone afterwards. The caller holds the lease for this work: so what lies
 * there of the same work was left by a process that was killed, and is taken away.
 */
export const inWorkFolder = async <T>(
  shelf: string,
  what: Work,
  work: (folder: string) => Promise<T>,
): Promise<T> => {
  await mkdir(shelf, { recursive: true, mode: 0o700 });
  for (const left of (await readdir(shelf)).filter((name) => name.startsWith(`${what}-`)))
    await rm(join(shelf, left), { recursive: true, force: true });
  const folder = join(shelf, `${what}-${randomUUID()}`);
  await mkdir(folder, { mode: 0o700 });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
