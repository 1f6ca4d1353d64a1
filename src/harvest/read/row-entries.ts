import { hash } from 'node:crypto';
import type { SourceRecord } from '../../../schema/record.ts';
import { DIGEST, type KnownRows } from './incremental-read.ts';

/** Bytes kept of the digest of a cell that must not repeat. */
const CELL = 8;

/** Bytes of an entry: the digest of a row's words, then one of each cell that must not repeat. */
export const widthOf = (unique: readonly string[]): number => DIGEST + CELL * unique.length;

/** The entries of records just read: zeros stand for an empty cell, which may repeat. */
export const entriesOf = (
  digests: Uint8Array,
  records: readonly Readonly<{ record: SourceRecord }>[],
  unique: readonly string[],
): Uint8Array => {
  const width = widthOf(unique);
  const entries = new Uint8Array(records.length * width);
  for (const [at, { record }] of records.entries()) {
    entries.set(digests.subarray(at * DIGEST, (at + 1) * DIGEST), at * width);
    for (const [column, heading] of unique.entries()) {
      const text = (record.raw[heading] ?? '').trim();
      if (text === '') continue;
      const said = hash('sha256', text, 'binary');
      for (let byte = 0; byte < CELL; byte += 1)
        entries[at * width + DIGEST + column * CELL + byte] = said.charCodeAt(byte);
    }
  }
  return entries;
};

/** True when a cell that must not repeat says, in a row just read, what it says in one that is kept. */
export const repeatsKept = ({ list }: KnownRows, kept: readonly number[], fresh: Uint8Array): boolean => {
  const step = list.width / CELL;
  const first = DIGEST / CELL;
  const before = new BigUint64Array(list.entries.buffer);
  const now = new BigUint64Array(fresh.buffer);
  for (let column = first; column < step; column += 1) {
    const said = new Set<bigint>();
    for (let at = column; at < now.length; at += step) said.add(now[at] ?? 0n);
    said.delete(0n);
    if (said.size > 0 && kept.some((place) => said.has(before[place * step + column] ?? 0n))) return true;
  }
  return false;
};
