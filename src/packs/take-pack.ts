import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PACK_ENDING, PACK_PAGES, type PackManifest } from '../../schema/pack.ts';
import type { Archive } from '../archive/archive.ts';
import type { Generations } from '../store/generations.ts';
import { type Following, type PackBook, PackDoesNotFit, type PackSource } from '../store/packs.ts';
import { GONE } from './make-pack.ts';
import { PackRefused } from './pack-refused.ts';
import { inWorkFolder } from './pack-shelf.ts';
import { readContainer } from './read-container.ts';
import { rowLines } from './row-lines.ts';
import { contentOfRows } from './stage-rows.ts';

type TakeNeeds = Readonly<{
  store: PackBook & Pick<Generations, 'reader' | 'refresh'>;
  archive: Pick<Archive, 'put'>;
  shelf: string;
  now: Date;
  /** The thumbprint of the one key that is believed, where a person told it. */
  thumbprint?: string | undefined;
}>;

/** What came of it: taken, or there already. */
type Taken = Readonly<{ manifest: PackManifest; taken: boolean }>;

const goneRow = z.strictObject({ file: z.string(), key: z.array(z.union([z.string(), z.number()])) });

/** A delta goes onto one state alone. */
const checkBase = ({ base, generation }: PackManifest, here: Following | null): void => {
  if (base === null) return;
  if (here?.generation === base.generation && here.content === base.content) return;
  const at = here === null ? 'nothing yet' : `generation ${here.generation}`;
  throw new PackRefused(
    `it goes from generation ${base.generation} to ${generation}, and here is ${at}: apply the full pack full-${generation}${PACK_ENDING}, or the deltas in between`,
  );
};

/** Whether the pack goes on what is here; false where it is here already. Throws PackRefused. */
const goesOn = (manifest: PackManifest, here: Following | null, own: number): boolean => {
  if (here === null && own > 0)
    throw new PackRefused(
      'this data folder has read lists itself, and a registry has one source: apply packs to an empty folder',
    );
  if (here !== null && manifest.generation < here.generation)
    throw new PackRefused(
      `it is of generation ${manifest.generation}, older than generation ${here.generation} that is here`,
    );
  if (here !== null && manifest.generation === here.generation) {
    if (manifest.content === here.content) return false;
    throw new PackRefused(`it says of generation ${here.generation} other than the pack that was applied`);
  }
  checkBase(manifest, here);
  return true;
};

/** Keeps the pages of the pack, each under its own number; a page that is kept already stays. */
const keepPages = async (
  { files }: PackManifest,
  folder: string,
  archive: TakeNeeds['archive'],
): Promise<void> => {
  for (const { name, sha256 } of files) {
    if (!name.startsWith(PACK_PAGES)) continue;
    if (name !== `${PACK_PAGES}${sha256}`)
      throw new PackRefused(`its file ${name} is not called by its SHA-256`);
    await archive.put(await readFile(join(folder, name)));
  }
};

const take = async (manifest: PackManifest, folder: string, { store, now }: TakeNeeds): Promise<void> => {
  const has = new Set(manifest.files.map(({ name }) => name));
  const linesIn = (name: string) => rowLines(has.has(name) ? join(folder, name) : undefined);
  const gone = async function* () {
    for await (const line of linesIn(GONE)) {
      const read = goneRow.safeParse(JSON.parse(line));
      if (!read.success) throw new PackDoesNotFit(`its ${GONE} holds what names no row`);
      yield read.data;
    }
  };
  const { generation, content, keys } = manifest;
  await store.takePack({
    whole: manifest.kind === 'full',
    following: { keys, generation, content, appliedAt: now.toISOString() },
    gone,
    lines: linesIn,
    check: async (rows) => {
      if (rows.generation !== generation || rows.registryHash !== manifest.registryHash)
        throw new PackDoesNotFit('its rows are of another generation than it states');
      if ((await contentOfRows(rows)) !== content)
        throw new PackDoesNotFit('its rows, put together, are not what it states');
    },
  });
};

/** The layout of rows that this Licet reads and writes. */
const layoutHere = (store: PackSource): Promise<string> => store.readPack(async ({ layout }) => layout);

/**
 * Applies a pack to a data folder that is empty or follows this publisher: its pages first, then all its rows in one transaction, which
 * ends only when registry hash, chain and content are those that were signed. Throws PackRefused, and then nothing has changed but pages
 * that may have been kept. A process that is killed leaves the old state or the new one. The caller holds the lease of harvests.
 */
export const applyPack = (file: string, needs: TakeNeeds): Promise<Taken> =>
  inWorkFolder(needs.shelf, 'apply', async (work) => {
    const folder = join(work, 'pack');
    const here = await needs.store.following();
    const trust = { keys: here?.keys as PackManifest['keys'] | undefined, thumbprint: needs.thumbprint };
    const manifest = await readContainer(file, folder, trust);
    const layout = await layoutHere(needs.store);
    if (manifest.layout !== layout)
      throw new PackRefused(
        `it was made by ${manifest.madeBy} with other tables than this Licet has: both must be of one version`,
      );
    if (!goesOn(manifest, here, needs.store.reader().generation)) return { manifest, taken: false };
    await keepPages(manifest, folder, needs.archive);
    try {
      await take(manifest, folder, needs);
    } catch (cause) {
      throw cause instanceof PackDoesNotFit ? new PackRefused(cause.message, { cause }) : cause;
    }
    await needs.store.refresh();
    return { manifest, taken: true };
  });
