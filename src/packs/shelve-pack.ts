import { join } from 'node:path';
import { PACK_PAGES, type PackManifest } from '../../schema/pack.ts';
import type { Archive } from '../archive/archive.ts';
import { packName, type ShelvedPack, shelve } from './pack-shelf.ts';
import { MANIFEST, SEAL } from './read-container.ts';
import { type PackSigner, sealManifest } from './seal-manifest.ts';
import { type Entry, writeContainer } from './write-container.ts';

type ShelveNeeds = Readonly<{ archive: Pick<Archive, 'get'>; shelf: string; signer: PackSigner }>;

/** The entries of a pack in their order, each read when it is written: rows from the folder they were staged in, pages from the archive. */
async function* entriesOf(
  manifest: PackManifest,
  folder: string,
  { archive, signer }: ShelveNeeds,
): AsyncGenerator<Entry> {
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  const seal = Buffer.from(await sealManifest(text, signer));
  yield { name: MANIFEST, bytes: text.length, from: text };
  yield { name: SEAL, bytes: seal.length, from: seal };
  for (const { name, bytes, sha256 } of manifest.files) {
    const from = name.startsWith(PACK_PAGES) ? await archive.get(sha256) : join(folder, name);
    if (from === undefined) throw new Error(`page ${sha256} was removed while the pack was made`);
    yield { name, bytes, from };
  }
}

/**
 * Writes a pack of rows that were staged in a folder, and of pages of the archive, there, and puts it on the shelf. No more than one page is
 * held at a time.
 */
export const shelvePack = async (
  manifest: PackManifest,
  folder: string,
  needs: ShelveNeeds,
): Promise<ShelvedPack> => {
  const file = join(folder, packName(manifest));
  await writeContainer(file, entriesOf(manifest, folder, needs));
  return shelve(needs.shelf, file, manifest);
};
