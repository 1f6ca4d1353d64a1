import { createHash } from 'node:crypto';
import type { RowPlace } from './feature.ts';
import type { NameIndex } from './name-index.ts';

/** Raised whenever features, parts or this layout change: an older file is then built anew. */
const FORMAT = 'licet-names-3';
const HEAD = 4096;

type Head = Readonly<{ format: string; stamp: string; sizes: readonly number[]; digest: string }>;

const digestOf = (parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const bytesOf = (of: Uint32Array): Uint8Array => new Uint8Array(of.buffer, of.byteOffset, of.byteLength);
const lines = (list: readonly string[]): Uint8Array =>
  new TextEncoder().encode(list.map((one) => one.replace(/\n/gu, ' ')).join('\n'));

/** Places once each, and which of them every institution has. */
const placeTable = (places: readonly RowPlace[]): [string[], Uint32Array] => {
  const number = new Map<string, number>();
  const which = Uint32Array.from(places, ({ province, city, district }) => {
    const key = [province ?? '', city ?? '', district ?? ''].join('\t');
    const known = number.get(key) ?? number.size;
    number.set(key, known);
    return known;
  });
  return [[...number.keys()], which];
};

/** An index as bytes: a head that says what it is of, then the arrays. `stamp` names the generation's content. */
export const packIndex = (index: NameIndex, stamp: string): readonly Uint8Array[] => {
  const [places, where] = placeTable(index.places);
  const parts = [
    ...[index.feature, index.start, index.posting, index.owner, where].map(bytesOf),
    ...[index.institutions, index.names, index.kinds, places].map(lines),
  ];
  const head: Head = {
    format: FORMAT,
    stamp,
    sizes: parts.map((part) => part.byteLength),
    digest: digestOf(parts),
  };
  const first = new Uint8Array(HEAD).fill(0x20);
  first.set(new TextEncoder().encode(JSON.stringify(head)));
  return [first, ...parts];
};

const readHead = (bytes: Uint8Array): Head | null => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes.subarray(0, HEAD))) as Head;
  } catch {
    return null;
  }
};

const cutUp = (bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] => {
  let at = HEAD;
  return sizes.map((size) => {
    at += size;
    return bytes.subarray(at - size, at);
  });
};

const numbers = (part: Uint8Array | undefined): Uint32Array =>
  part === undefined ? new Uint32Array() : new Uint32Array(new Uint8Array(part).buffer);
const texts = (part: Uint8Array | undefined): string[] => new TextDecoder().decode(part).split('\n');

const placesOf = (list: readonly string[], where: Uint32Array): RowPlace[] => {
  const table = list.map((one): RowPlace => {
    const [province = '', city = '', district = ''] = one.split('\t');
    return { province: province || null, city: city || null, district: district || null };
  });
  const nowhere = { province: null, city: null, district: null };
  return Array.from(where, (at) => table[at] ?? nowhere);
};

/** The index of exactly this generation's content, or null when the bytes are of another one, cut short or damaged. */
export const unpackIndex = (bytes: Uint8Array, stamp: string): NameIndex | null => {
  const head = readHead(bytes);
  if (head === null || head.format !== FORMAT || head.stamp !== stamp || !Array.isArray(head.sizes))
    return null;
  const parts = cutUp(bytes, head.sizes);
  if (digestOf(parts) !== head.digest) return null;
  const [feature, start, posting, owner, where, institutions, names, kinds, places] = parts;
  return {
    feature: numbers(feature),
    start: numbers(start),
    posting: numbers(posting),
    owner: numbers(owner),
    institutions: texts(institutions),
    names: texts(names),
    kinds: texts(kinds),
    places: placesOf(texts(places), numbers(where)),
  };
};
