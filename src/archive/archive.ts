import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Pages as received, under their own digest: what is kept can neither change nor be mistaken for something else. */
export interface Archive {
  /** Keeps the bytes (once) and gives their sha-256. On return they are on the disk. */
  put(bytes: Uint8Array): Promise<string>;
  get(sha256: string): Promise<Uint8Array | undefined>;
  has(sha256: string): Promise<boolean>;
}

const SHA256 = /^[0-9a-f]{64}$/;

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Makes a rename last through a power failure: the folder's own entry must reach the disk too. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

/** Whole file or none: written beside its place, synced, then renamed into it. */
const writeWhole = async (file: string, bytes: Uint8Array): Promise<void> => {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  const partial = join(folder, `.${randomUUID()}.partial`);
  try {
    const handle = await open(partial, 'wx');
    await handle
      .writeFile(bytes)
      .then(() => handle.sync())
      .finally(() => handle.close());
    await rename(partial, file);
  } catch (cause) {
    await rm(partial, { force: true });
    throw cause;
  }
  await syncFolder(folder);
};

/** Opens the archive below `dir`, two levels of folders deep so that none grows past some thousand entries. */
export const openArchive = (dir: string): Archive => {
  const fileOf = (sha256: string): string | undefined =>
    SHA256.test(sha256) ? join(dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256) : undefined;
  return {
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const file = join(dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
      if (!(await exists(file))) await writeWhole(file, bytes);
      return sha256;
    },
    get: async (sha256) => {
      const file = fileOf(sha256);
      return file !== undefined && (await exists(file)) ? new Uint8Array(await readFile(file)) : undefined;
    },
    has: async (sha256) => {
      const file = fileOf(sha256);
      return file !== undefined && exists(file);
    },
  };
};
