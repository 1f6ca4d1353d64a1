import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';
import { type TextList, textListOf } from '../../names/index/text-list.ts';

const HEAD = 4096;
/** Every array begins at a multiple of this, so that it is used where it lies. */
const ALIGNED = 8;
/** Bytes read and digested at a time: some milliseconds of the thread. */
const PIECE = 4 * 1024 * 1024;

/** What a file is of: its layout, and the content it was made from by which code. */
type Made = Readonly<{ format: string; stamp: string }>;
type Head = Made & Readonly<{ sizes: readonly number[]; digest: string }>;
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

export const textParts = (texts: TextList): Numbers[] => [texts.bytes, texts.start];

const padding = (size: number): number => (ALIGNED - (size % ALIGNED)) % ALIGNED;

/** Takes arrays out of the bytes one after another. */
const taker = (bytes: Uint8Array, sizes: readonly number[]) => {
  let at = HEAD;
  let turn = 0;
  const next = (): Uint8Array => {
    const size = sizes[turn] ?? 0;
    const part = bytes.subarray(at, at + size);
    at += size + padding(size);
    turn += 1;
    return part;
  };
  const in32 = (): Uint32Array => {
    const part = next();
    return new Uint32Array(part.buffer, part.byteOffset, part.byteLength / 4);
  };
  const in16 = (): Uint16Array => {
    const part = next();
    return new Uint16Array(part.buffer, part.byteOffset, part.byteLength / 2);
  };
  const texts = (): TextList => {
    const part = next();
    return textListOf(part, in32());
  };
  return { in8: next, in16, in32, texts };
};

export type Taken = ReturnType<typeof taker>;

/** Digest of bytes, with a pause after every piece, so that requests are answered meanwhile. */
const digester = () => {
  const hash = createHash('sha256');
  return {
    add: async (bytes: Uint8Array): Promise<void> => {
      for (let at = 0; at < bytes.byteLength; at += PIECE) {
        hash.update(bytes.subarray(at, at + PIECE));
        await pause();
      }
    },
    done: (): string => hash.digest('hex'),
  };
};

/** Arrays as bytes: a head that says what they are of, then the arrays. */
const packArrays = async (made: Made, arrays: readonly Numbers[]): Promise<readonly Uint8Array[]> => {
  const plain = arrays.map((one) => new Uint8Array(one.buffer, one.byteOffset, one.byteLength));
  const padded = plain.flatMap((one) => [one, new Uint8Array(padding(one.byteLength))]);
  const digest = digester();
  for (const part of padded) await digest.add(part);
  const sizes = plain.map((part) => part.byteLength);
  const head: Head = { ...made, sizes, digest: digest.done() };
  const first = new Uint8Array(HEAD).fill(0x20);
  first.set(new TextEncoder().encode(JSON.stringify(head)));
  return [first, ...padded];
};

/** Written beside and renamed: a killed process leaves the old file or the new one. */
export const writeArrays = async (file: string, made: Made, arrays: readonly Numbers[]): Promise<void> => {
  const beside = `${file}.${randomUUID()}.new`;
  try {
    await writeFile(beside, await packArrays(made, arrays), { mode: 0o600 });
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
};

/** The head, when these bytes begin a file of this layout about this content. */
const readHead = (bytes: Uint8Array, { format, stamp }: Made): Head | null => {
  try {
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, HEAD))) as Head;
    return head.format === format && head.stamp === stamp && Array.isArray(head.sizes) ? head : null;
  } catch {
    return null;
  }
};

const sizeOf = (head: Head): number => head.sizes.reduce((sum, size) => sum + size + padding(size), HEAD);

const readPiece = async (from: FileHandle, into: Uint8Array, at: number): Promise<number> =>
  (await from.read(into, at, Math.min(PIECE, into.byteLength - at), at)).bytesRead;

const readFrom = async (from: FileHandle, made: Made): Promise<Taken | null> => {
  const first = new Uint8Array(HEAD);
  await from.read(first, 0, HEAD, 0);
  const head = readHead(first, made);
  const { size } = await from.stat();
  if (head === null || size !== sizeOf(head)) return null;
  const bytes = new Uint8Array(size);
  const digest = digester();
  let coming = readPiece(from, bytes, 0);
  for (let at = 0; at < size; ) {
    const end = at + (await coming);
    if (end === at) return null;
    // The next piece is read while this one is digested.
    coming = end < size ? readPiece(from, bytes, end) : coming;
    await digest.add(bytes.subarray(Math.max(at, HEAD), end));
    at = end;
  }
  return digest.done() === head.digest ? taker(bytes, head.sizes) : null;
};

/** Whether a file begins as one of exactly this content; what follows is looked at by whoever reads it. */
export const holdsArrays = async (file: string, made: Made): Promise<boolean> => {
  const from = await open(file, 'r').catch(() => null);
  if (from === null) return false;
  const first = new Uint8Array(HEAD);
  const { size } = await from
    .read(first, 0, HEAD, 0)
    .then(() => from.stat())
    .finally(() => from.close());
  const head = readHead(first, made);
  return head !== null && size === sizeOf(head);
};

/** The arrays of exactly this content, or null when there is no such file, or it is of another one, older, cut short or damaged. */
export const readArrays = async (file: string, made: Made): Promise<Taken | null> => {
  const from = await open(file, 'r').catch(() => null);
  if (from === null) return null;
  try {
    return await readFrom(from, made);
  } finally {
    await from.close();
  }
};
