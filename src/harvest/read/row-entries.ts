import { hash } from 'node:crypto';
import type { SourceRecord } from '../../../schema/record.ts';
import type { KnownRows } from './incremental-read.ts';

/** Bytes kept of the digest of a row's text, or of several: enough that no two of a billion agree by chance. */
export const DIGEST = 16;

/** Bytes kept of the digest of a cell that must not repeat. */
const CELL = 8;

/** Bytes of an entry: the digest of a row's text, then one of each cell that must not repeat. */
export const widthOf = (unique: readonly string[]): number => DIGEST + CELL * unique.length;

/** A buffer of bytes that doubles when it is full. */
export const growing = () => {
  let bytes = new Uint8Array(1024 * DIGEST);
  let length = 0;
  return {
    add: (more: Uint8Array): void => {
      if (length + more.length > bytes.length) {
        const wider = new Uint8Array(bytes.length * 2);
        wider.set(bytes);
        bytes = wider;
      }
      bytes.set(more, length);
      length += more.length;
    },
    all: (): Uint8Array => bytes.subarray(0, length),
  };
};

/** Digests of the cells of rows that must not repeat, one row after another. An empty cell, which may repeat, has only zeros. */
export const cellDigests = (unique: readonly string[]) => {
  const { add, all } = growing();
  const digest = new Uint8Array(CELL);
  return {
    add: ({ raw }: SourceRecord): void => {
      for (const heading of unique) {
        const text = (raw[heading] ?? '').trim();
        const sum = text === '' ? '' : hash('sha256', text, 'binary');
        for (let byte = 0; byte < CELL; byte += 1) digest[byte] = sum === '' ? 0 : sum.charCodeAt(byte);
        add(digest);
      }
    },
    cells: all,
  };
};

/** The entries of records just read: the digest of each row's text, then those of its cells. */
export const entriesOf = (digests: Uint8Array, cells: Uint8Array, rows: number): Uint8Array => {
  const beside = rows === 0 ? 0 : cells.length / rows;
  const entries = new Uint8Array(rows * (DIGEST + beside));
  for (let at = 0; at < rows; at += 1) {
    entries.set(digests.subarray(at * DIGEST, (at + 1) * DIGEST), at * (DIGEST + beside));
    entries.set(cells.subarray(at * beside, (at + 1) * beside), at * (DIGEST + beside) + DIGEST);
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
