import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { bury, readTombstone, type Tombstone, unbury } from './tombstone.ts';
import { writeWhole } from './write-whole.ts';

/** What the archive has in the place of a page. `damaged`: bytes that do not match their number, so not the page. */
export type Kept =
  | Readonly<{ state: 'kept'; bytes: Uint8Array }>
  | Readonly<{ state: 'missing' }>
  | Readonly<{ state: 'damaged'; sha256: string }>
  | Readonly<{ state: 'removed'; tombstone: Tombstone }>;

/** Pages as received, under their own digest: what is kept can neither change nor be mistaken for something else. */
export interface Archive {
  /** Keeps the bytes (once) and gives their sha-256. On return they are on the disk, whole, whatever lay there before. */
  put(bytes: Uint8Array): Promise<string>;
  /** The page, checked against its number; undefined when it is missing, removed or damaged. */
  get(sha256: string): Promise<Uint8Array | undefined>;
  /** True when something lies in its place; its bytes are not looked at. */
  has(sha256: string): Promise<boolean>;
  /** What there is in the place of a page, its bytes checked against its number. */
  look(sha256: string): Promise<Kept>;
  /** The note a removed page left behind; undefined while the page is there, or was never kept. */
  tombstone(sha256: string): Promise<Tombstone | undefined>;
  /** Removes a page for good, leaving its tombstone. Only docs/nights.md says which ones may go. */
  remove(about: Tombstone): Promise<void>;
}

const SHA256 = /^[0-9a-f]{64}$/;

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Reads and digests a file piece by piece, so that a large page holds nobody else up. */
const readDigested = async (file: string): Promise<Readonly<{ bytes: Buffer; sha256: string }>> => {
  const digest = createHash('sha256');
  const parts: Buffer[] = [];
  for await (const part of createReadStream(file) as AsyncIterable<Buffer>) {
    digest.update(part);
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts), sha256: digest.digest('hex') };
};

const lookIn = async (file: string, sha256: string): Promise<Kept> => {
  try {
    const read = await readDigested(file);
    if (read.sha256 !== sha256) return { state: 'damaged', sha256: read.sha256 };
    return { state: 'kept', bytes: new Uint8Array(read.bytes) };
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    // A file that the disk cannot read any more (EIO) is as lost as one with other bytes.
    if (cause.code !== 'ENOENT' && cause.code !== 'ENOTDIR') return { state: 'damaged', sha256: '' };
    const tombstone = await readTombstone(file);
    return tombstone === undefined ? { state: 'missing' } : { state: 'removed', tombstone };
  }
};

/** The file a page lies in: two levels of folders, so that none grows past some thousand entries. Undefined for no digest. */
export const fileOf = (dir: string, sha256: string): string | undefined =>
  SHA256.test(sha256) ? join(dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256) : undefined;

const put = async (dir: string, bytes: Uint8Array): Promise<string> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = join(dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const { state } = await lookIn(file, sha256);
  if (state !== 'kept') await writeWhole(file, bytes);
  if (state === 'removed') await unbury(file);
  return sha256;
};

/** Opens the archive below `dir`; nothing is created before the first page. */
export const openArchive = (dir: string): Archive => {
  const look = async (sha256: string): Promise<Kept> => {
    const file = fileOf(dir, sha256);
    return file === undefined ? { state: 'missing' } : lookIn(file, sha256);
  };
  const has = async (sha256: string): Promise<boolean> => {
    const file = fileOf(dir, sha256);
    return file !== undefined && exists(file);
  };
  return {
    look,
    has,
    put: (bytes) => put(dir, bytes),
    get: async (sha256) => {
      const kept = await look(sha256);
      return kept.state === 'kept' ? kept.bytes : undefined;
    },
    tombstone: async (sha256) => {
      const file = fileOf(dir, sha256);
      return file === undefined || (await exists(file)) ? undefined : readTombstone(file);
    },
    remove: async (about) => {
      const file = fileOf(dir, about.sha256);
      if (file !== undefined) await bury(file, about);
    },
  };
};
