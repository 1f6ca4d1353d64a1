import { createHash } from 'node:crypto';
import { type ByteStore, UnreadableBytes } from './byte-store.ts';
import { isNumber, type KeptFile, keptFiles } from './kept-files.ts';
import { readTombstone, type Tombstone, tombstoneName, writeTombstone } from './tombstone.ts';

/** What the archive has in the place of a page. `damaged`: bytes that do not match their number, so not the page. */
export type Kept =
  | Readonly<{ state: 'kept'; bytes: Uint8Array }>
  | Readonly<{ state: 'missing' }>
  | Readonly<{ state: 'damaged'; sha256: string }>
  | Readonly<{ state: 'removed'; tombstone: Tombstone }>;

/** Pages as received, under their own digest: what is kept can neither change nor be mistaken for something else. */
export interface Archive {
  /**
   * Keeps the bytes (once) and gives their sha-256. On return they are kept, whole, whatever lay there before. `sha256`: the same,
   * from whoever has just worked it out of these bytes.
   */
  put(bytes: Uint8Array, sha256?: string): Promise<string>;
  /** The page, checked against its number; undefined when it is missing, removed or damaged. */
  get(sha256: string): Promise<Uint8Array | undefined>;
  /** True when something lies in its place; its bytes are not looked at. */
  has(sha256: string): Promise<boolean>;
  /** How many bytes lie in its place; undefined for none. */
  sizeOf(sha256: string): Promise<number | undefined>;
  /** What there is in the place of a page, its bytes checked against its number. */
  look(sha256: string): Promise<Kept>;
  /** The note a removed page left behind; undefined while the page is there, or was never kept. */
  tombstone(sha256: string): Promise<Tombstone | undefined>;
  /** Removes a page for good, leaving its tombstone. Only docs/nights.md says which ones may go. */
  remove(about: Tombstone): Promise<void>;
  /** Everything that lies in the archive, in no particular order, one at a time. */
  walk(): AsyncIterable<KeptFile>;
  /** Removes an unfinished file by the place that `walk` gave. */
  discard(place: string): Promise<void>;
}

/** Digests bytes piece by piece as they come, so that a large page holds nobody else up. */
const digested = async (pieces: AsyncIterable<Uint8Array>) => {
  const digest = createHash('sha256');
  const parts: Uint8Array[] = [];
  for await (const part of pieces) {
    digest.update(part);
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts), sha256: digest.digest('hex') };
};

const tombstoneIn = async (store: ByteStore, page: string): Promise<Tombstone | undefined> => {
  const pieces = await store.get(tombstoneName(page));
  return pieces && readTombstone((await digested(pieces)).bytes);
};

const lookIn = async (store: ByteStore, page: string): Promise<Kept> => {
  if (!isNumber(page)) return { state: 'missing' };
  try {
    const pieces = await store.get(page);
    if (pieces !== undefined) {
      const { bytes, sha256 } = await digested(pieces);
      return sha256 === page ? { state: 'kept', bytes: new Uint8Array(bytes) } : { state: 'damaged', sha256 };
    }
  } catch (cause) {
    // What cannot be read any more is as lost as other bytes in its place.
    if (cause instanceof UnreadableBytes) return { state: 'damaged', sha256: '' };
    throw cause;
  }
  const tombstone = await tombstoneIn(store, page).catch(() => undefined);
  return tombstone === undefined ? { state: 'missing' } : { state: 'removed', tombstone };
};

/** Whether these very bytes lie in their place: to compare them takes a fraction of the time that their digest takes. */
const holds = async (store: ByteStore, page: string, bytes: Uint8Array): Promise<boolean> => {
  try {
    const pieces = await store.get(page);
    if (pieces === undefined) return false;
    let at = 0;
    for await (const piece of pieces) {
      if (Buffer.compare(piece, bytes.subarray(at, at + piece.length)) !== 0) return false;
      at += piece.length;
    }
    return at === bytes.length;
  } catch (cause) {
    if (cause instanceof UnreadableBytes) return false;
    throw cause;
  }
};

const put = async (store: ByteStore, bytes: Uint8Array, sha256?: string): Promise<string> => {
  const page = sha256 ?? createHash('sha256').update(bytes).digest('hex');
  if (await holds(store, page, bytes)) return page;
  const { state } = await lookIn(store, page);
  if (state !== 'kept') await store.put(page, bytes);
  // A page that comes again needs no tombstone any more.
  if (state === 'removed') await store.remove(tombstoneName(page));
  return page;
};

/** The archive over a byte store. */
export const archiveOver = (store: ByteStore): Archive => {
  const sizeOf = async (page: string) => (isNumber(page) ? store.sizeOf(page) : undefined);
  const has = async (page: string) => (await sizeOf(page)) !== undefined;
  return {
    has,
    sizeOf,
    look: (page) => lookIn(store, page),
    put: (bytes, sha256) => put(store, bytes, sha256),
    get: async (page) => {
      const kept = await lookIn(store, page);
      return kept.state === 'kept' ? kept.bytes : undefined;
    },
    tombstone: async (page) =>
      !isNumber(page) || (await has(page)) ? undefined : tombstoneIn(store, page).catch(() => undefined),
    remove: async (about) => {
      if (!isNumber(about.sha256)) return;
      // The tombstone first: whatever interrupts, a page is never gone without a word.
      await store.put(tombstoneName(about.sha256), writeTombstone(about));
      await store.remove(about.sha256);
    },
    walk: () => keptFiles(store),
    discard: (place) => store.discard(place),
  };
};
