/** One thing that lies in a byte store, as a walk meets it. */
export type StoredItem = Readonly<{
  name: string;
  bytes: number;
  /** When it was written. */
  at: Date;
  /** Left behind by a process that was killed while it wrote: never given by `get`. */
  unfinished: boolean;
  /** Where it lies, in words of the byte store, for a person and for `discard`. */
  place: string;
}>;

/** Bytes under a name lie there but cannot be read: a disk that fails, or no right to read. */
export class UnreadableBytes extends Error {
  override readonly name = 'UnreadableBytes';
}

/**
 * Keeps bytes under names of letters, digits and dots, and knows nothing of what they are. The archive stands on one; another place
 * to keep bytes is another file beside file-bytes.ts and a line in open-archive.ts.
 */
export interface ByteStore {
  /** Whole or not at all, in place of what lay there; on return the bytes last, whatever happens to the machine's power. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, piece by piece; undefined where nothing bears the name. Throws UnreadableBytes, also while they are read. */
  get(name: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** How many bytes lie under the name, without reading them; undefined for none. */
  sizeOf(name: string): Promise<number | undefined>;
  /** Removes what lies under the name; nothing happens where nothing does. */
  remove(name: string): Promise<void>;
  /** Everything there is, in no particular order, one at a time. */
  walk(): AsyncIterable<StoredItem>;
  /** Removes an unfinished item by the place that `walk` gave. */
  discard(place: string): Promise<void>;
}
