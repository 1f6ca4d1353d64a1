import { createHash } from 'node:crypto';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
};

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** The hash of an entry as a leaf (RFC 6962 §2.1). */
export const leafHash = (entry: Uint8Array): Buffer => sha256(LEAF, entry);

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/** The largest power of two below `size`: where a tree is split. */
const splitAt = (size: number): number => {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
};

/** The head of the tree over these leaf hashes; that of no leaves is the hash of nothing. */
export const rootOf = (leaves: readonly Buffer[]): Buffer => {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return only;
  const half = splitAt(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
};

/** The hashes that lead from the leaf at `index` to the head, the leaf's neighbour first (RFC 6962 §2.1.1). */
export const inclusionProof = (index: number, leaves: readonly Buffer[]): readonly Buffer[] => {
  if (leaves.length <= 1) return [];
  const half = splitAt(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return index < half
    ? [...inclusionProof(index, left), rootOf(right)]
    : [...inclusionProof(index - half, right), rootOf(left)];
};

/** Whether the proof leads from this leaf at this place to the head of a tree of `size` leaves. */
export const isIncluded = (
  leaf: Buffer,
  {
    index,
    size,
    proof,
    root,
  }: Readonly<{ index: number; size: number; proof: readonly Buffer[]; root: Buffer }>,
): boolean => {
  if (index < 0 || index >= size) return false;
  let hash = leaf;
  let at = index;
  let last = size - 1;
  for (const other of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(other, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = nodeHash(hash, other);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
};

/** Whether a tree of these leaves begins with the tree whose head was `root` when it had `size` leaves: nothing of it was rewritten. */
export const beginsWith = (leaves: readonly Buffer[], size: number, root: Buffer): boolean =>
  size <= leaves.length && rootOf(leaves.slice(0, size)).equals(root);
