import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { sha256 } from '../../schema/base.ts';
import { packManifest } from '../../schema/pack.ts';

/** A pack as it lies on the shelf: its file, and what it says of itself. */
const shelved = z.strictObject({
  name: z.string(),
  bytes: z.number().int(),
  sha256,
  manifest: packManifest,
});
export type ShelvedPack = Readonly<z.infer<typeof shelved>>;

/** How many are kept, the newest ones: a follower that missed more than these deltas takes a full pack. */
const KEPT = { full: 2, delta: 60 } as const;

const ENDING = '.licet-pack.tar.gz';
const NAME = /^(?:full-\d+|delta-\d+-\d+)\.licet-pack\.tar\.gz$/;

/** The folder below a data folder in which packs lie. */
export const shelfFolder = (data: string): string => join(data, 'packs');

/** The name of a pack's file: what it leads to, and of a delta also what it goes onto. */
export const packName = ({
  kind,
  generation,
  base,
}: Pick<ShelvedPack['manifest'], 'kind' | 'generation' | 'base'>) =>
  `${kind}-${base === null ? '' : `${base.generation}-`}${generation}${ENDING}`;

const digestOf = async (file: string): Promise<string> => {
  const sum = createHash('sha256');
  await pipeline(createReadStream(file), sum);
  return sum.digest('hex');
};

const readShelved = async (folder: string, name: string): Promise<ShelvedPack | null> => {
  const about = await readFile(join(folder, `${name}.json`), 'utf8').catch(() => null);
  const read = about === null ? null : shelved.safeParse(JSON.parse(about));
  return read?.success === true ? read.data : null;
};

/** All packs on the shelf, newest first, full ones before deltas of the same generation. */
export const listShelf = async (folder: string): Promise<readonly ShelvedPack[]> => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => NAME.test(name));
  const found = await Promise.all(names.map((name) => readShelved(folder, name)));
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
  NAME.test(name) ? readShelved(folder, name) : null;

/** Puts a finished file on the shelf: it is there once the note beside it is. */
export const shelve = async (folder: string, manifest: ShelvedPack['manifest']): Promise<ShelvedPack> => {
  const name = packName(manifest);
  const file = join(folder, name);
  const pack = { name, bytes: (await stat(file)).size, sha256: await digestOf(file), manifest };
  const note = `${file}.json`;
  await writeFile(`${note}.partial`, JSON.stringify(pack), { mode: 0o600 });
  await rename(`${note}.partial`, note);
  return pack;
};

/** Takes away what is older than the packs that are kept. */
export const tidyShelf = async (folder: string): Promise<void> => {
  const packs = await listShelf(folder);
  for (const kind of ['full', 'delta'] as const)
    for (const { name } of packs.filter(({ manifest }) => manifest.kind === kind).slice(KEPT[kind])) {
      await rm(join(folder, `${name}.json`), { force: true });
      await rm(join(folder, name), { force: true });
    }
};

/** Whether the process that works in this folder is there no more. */
const isLeft = (name: string): boolean => {
  const [, pid = ''] = /^work-(\d+)-/.exec(name) ?? [];
  try {
    return pid !== '' && !process.kill(Number(pid), 0);
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'ESRCH';
  }
};

/** Does some work in a folder of its own on the shelf, which is gone afterwards; so is what a killed process left behind. */
export const inWorkFolder = async <T>(shelf: string, work: (folder: string) => Promise<T>): Promise<T> => {
  await mkdir(shelf, { recursive: true, mode: 0o700 });
  for (const left of (await readdir(shelf)).filter(isLeft))
    await rm(join(shelf, left), { recursive: true, force: true });
  const folder = join(shelf, `work-${process.pid}-${randomUUID()}`);
  await mkdir(folder, { mode: 0o700 });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
