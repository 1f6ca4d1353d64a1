import { hash } from 'node:crypto';
import type { SourceRecord } from '../../../schema/record.ts';
import { DIGEST, type KnownRows } from './incremental-read.ts';

/** Bytes kept of the digest of a cell that must not repeat. */
const CELL = 8;

/** Bytes of an entry: the digest of a row's text, then one of each cell that must not repeat. */
export const widthOf = (unique: readonly string[]): number => DIGEST + CELL * unique.length;

/** The entries of records just read. An empty cell, which may repeat, has only zeros. */
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
      const sum = hash('sha256', text, 'binary');
      for (let byte = 0; byte < CELL; byte += 1)
        entries[at * width + DIGEST + column * CELL + byte] = sum.charCodeAt(byte);
    }
  }
  return entries;
};

/** True when a row just read has, in a column that must not repeat, the same value as a kept row. */
export const repeatsKept = ({ list }: KnownRows, kept: readonly number[], fresh: Uint8Array): boolean => {
  const step = list.width / CELL;
  const first = DIGEST / CELL;
  const before = new BigUint64Array(list.entries.buffer);
  const now = new BigUint64Array(fresh.buffer);
  for (let column = first; column < step; column += 1) {
    const values = new Set<bigint>();
    for (let at = column; at < now.length; at += step) values.add(now[at] ?? 0n);
    values.delete(0n);
    if (values.size > 0 && kept.some((place) => values.has(before[place * step + column] ?? 0n))) return true;
  }
  return false;
};
