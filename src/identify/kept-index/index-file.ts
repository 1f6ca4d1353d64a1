import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';
import { type IndexArrays, type NameIndex, openIndex } from '../../names/index/name-index.ts';
import { type TextList, textListOf } from '../../names/index/text-list.ts';

/** Raised whenever blocking keys, parts or this layout change: an older file is then built anew. */
const FORMAT = 'licet-names-7';
const HEAD = 4096;
/** Every array begins at a multiple of this, so that it is used where it lies. */
const ALIGNED = 8;
/** Bytes read and digested at a time: some milliseconds of the thread. */
const PIECE = 4 * 1024 * 1024;

type Head = Readonly<{ format: string; stamp: string; sizes: readonly number[]; digest: string }>;
type Numbers = Uint8Array | Uint16Array | Uint32Array;

const textParts = (texts: TextList): Numbers[] => [texts.bytes, texts.start];

/** The arrays in the order in which they lie in the file. `arraysOf` reads them back in the same order. */
const partsOf = (index: IndexArrays): Numbers[] => {
  const { parts } = index;
  return [
    ...[index.key, index.start, index.posting, index.owner, index.place, index.order],
    ...[index.fullKey, index.shortKey, index.translationKey, index.nameKind, index.standing],
    ...[parts.kind, parts.place, parts.parent, parts.core, parts.rest, parts.textOrigin],
    ...[parts.sound, parts.soundStart, ...textParts(parts.shared), ...textParts(parts.syllable)],
    ...[index.institutions, index.placeTexts, index.names].flatMap(textParts),
  ];
};

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

const arraysOf = (bytes: Uint8Array, sizes: readonly number[]): IndexArrays => {
  const { in8, in16, in32, texts } = taker(bytes, sizes);
  const postings = { key: in32(), start: in32(), posting: in32() };
  const own = { owner: in32(), place: in32(), order: in32() };
  const exact = {
    fullKey: in32(),
    shortKey: in32(),
    translationKey: in32(),
    nameKind: in8(),
    standing: in8(),
  };
  const groups = { kind: in32(), place: in32(), parent: in32(), core: in32() };
  const texts32 = { rest: in32(), textOrigin: in8() };
  const sounds = { sound: in16(), soundStart: in32(), shared: texts(), syllable: texts() };
  const lists = { institutions: texts(), placeTexts: texts(), names: texts() };
  return { ...postings, ...own, ...exact, ...lists, parts: { ...groups, ...texts32, ...sounds } };
};

const padding = (size: number): number => (ALIGNED - (size % ALIGNED)) % ALIGNED;

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

/** An index as bytes: a head that says what it is of, then the arrays. `stamp` names the generation's content. */
const packIndex = async ({ arrays }: NameIndex, stamp: string): Promise<readonly Uint8Array[]> => {
  const plain = partsOf(arrays).map((one) => new Uint8Array(one.buffer, one.byteOffset, one.byteLength));
  const padded = plain.flatMap((one) => [one, new Uint8Array(padding(one.byteLength))]);
  const digest = digester();
  for (const part of padded) await digest.add(part);
  const sizes = plain.map((part) => part.byteLength);
  const head: Head = { format: FORMAT, stamp, sizes, digest: digest.done() };
  const first = new Uint8Array(HEAD).fill(0x20);
  first.set(new TextEncoder().encode(JSON.stringify(head)));
  return [first, ...padded];
};

/** Written beside and renamed: a killed process leaves the old file or the new one. */
export const writeIndex = async (file: string, index: NameIndex, stamp: string): Promise<void> => {
  const beside = `${file}.${randomUUID()}.new`;
  try {
    await writeFile(beside, await packIndex(index, stamp), { mode: 0o600 });
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
};

/** The head, when these bytes begin a file of this layout about this content. */
const readHead = (bytes: Uint8Array, stamp: string): Head | null => {
  try {
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, HEAD))) as Head;
    return head.format === FORMAT && head.stamp === stamp && Array.isArray(head.sizes) ? head : null;
  } catch {
    return null;
  }
};

const sizeOf = (head: Head): number => head.sizes.reduce((sum, size) => sum + size + padding(size), HEAD);

const readPiece = async (from: FileHandle, into: Uint8Array, at: number): Promise<number> =>
  (await from.read(into, at, Math.min(PIECE, into.byteLength - at), at)).bytesRead;

const readFrom = async (from: FileHandle, stamp: string): Promise<NameIndex | null> => {
  const first = new Uint8Array(HEAD);
  await from.read(first, 0, HEAD, 0);
  const head = readHead(first, stamp);
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
  return digest.done() === head.digest ? openIndex(arraysOf(bytes, head.sizes)) : null;
};

/** Whether a file begins as the index of exactly this content; what follows is looked at by whoever reads it. */
export const holdsIndex = async (file: string, stamp: string): Promise<boolean> => {
  const from = await open(file, 'r').catch(() => null);
  if (from === null) return false;
  const first = new Uint8Array(HEAD);
  const { size } = await from
    .read(first, 0, HEAD, 0)
    .then(() => from.stat())
    .finally(() => from.close());
  const head = readHead(first, stamp);
  return head !== null && size === sizeOf(head);
};

/** The index of exactly this content, or null when there is no such file, or it is of another one, older, cut short or damaged. */
export const readIndex = async (file: string, stamp: string): Promise<NameIndex | null> => {
  const from = await open(file, 'r').catch(() => null);
  if (from === null) return null;
  try {
    return await readFrom(from, stamp);
  } finally {
    await from.close();
  }
};
