import { setImmediate as pause } from 'node:timers/promises';
import { growableNumbers } from './text-list.ts';

/** Blocking keys (sorted hashes) → names: those of `key[i]` are `posting[start[i]]` … `posting[start[i + 1] - 1]`, ascending. */
export type Postings = Readonly<{ key: Uint32Array; start: Uint32Array; posting: Uint32Array }>;

/**
 * Most names that a blocking key may have. A question reads at most this many postings in all, so a longer list could never be read
 * and is left out of the index.
 */
export const LONGEST_LIST = 30_000;

/**
 * Pairs of key and name are collected in 256 buckets by the first byte of the key. A pair is one number: the other 24 bits of the
 * key, then the name.
 */
const BUCKETS = 256;
const LOW = 24;
/** Most names an index holds. */
const NAMES = 2 ** 29;

type Bucket = { pairs: Float64Array; length: number };

const put = (bucket: Bucket, pair: number): void => {
  if (bucket.length === bucket.pairs.length) {
    const bigger = new Float64Array(Math.ceil(bucket.length * 1.5) + 64);
    bigger.set(bucket.pairs);
    bucket.pairs = bigger;
  }
  bucket.pairs[bucket.length] = pair;
  bucket.length += 1;
};

type Out = {
  key: ReturnType<typeof growableNumbers>;
  start: ReturnType<typeof growableNumbers>;
  posting: Uint32Array;
  length: number;
};

/** End of the run of equal keys that begins at `from`. */
const runEnd = (sorted: Float64Array, from: number): number => {
  const next = (Math.floor((sorted[from] ?? 0) / NAMES) + 1) * NAMES;
  let to = from + 1;
  while (to < sorted.length && (sorted[to] ?? 0) < next) to += 1;
  return to;
};

/**
 * Collects the blocking keys of names and sorts them bucket by bucket, so that memory holds the pairs and the result and no third
 * copy.
 */
export const postingsBuilder = () => {
  const buckets: Bucket[] = Array.from({ length: BUCKETS }, () => ({
    pairs: new Float64Array(64),
    length: 0,
  }));
  const write = (bucket: Bucket, high: number, out: Out): void => {
    const sorted = bucket.pairs.subarray(0, bucket.length).sort();
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      to = runEnd(sorted, from);
      if (to - from > LONGEST_LIST) continue;
      out.key.push(high * 2 ** LOW + Math.floor((sorted[from] ?? 0) / NAMES));
      for (let at = from; at < to; at += 1) {
        out.posting[out.length] = (sorted[at] ?? 0) % NAMES;
        out.length += 1;
      }
      out.start.push(out.length);
    }
  };
  return {
    put: (key: number, name: number): void => {
      const bucket = buckets[key >>> LOW];
      if (bucket !== undefined) put(bucket, (key & (2 ** LOW - 1)) * NAMES + name);
    },
    /** Pauses between buckets; may be called once. */
    done: async (): Promise<Postings> => {
      const total = buckets.reduce((sum, bucket) => sum + bucket.length, 0);
      const out: Out = {
        key: growableNumbers(),
        start: growableNumbers(),
        posting: new Uint32Array(total),
        length: 0,
      };
      out.start.push(0);
      for (const [high, bucket] of buckets.entries()) {
        write(bucket, high, out);
        bucket.pairs = new Float64Array(0);
        if (high % 16 === 0) await pause();
      }
      const { key, start, posting, length } = out;
      return { key: key.done(), start: start.done(), posting: posting.subarray(0, length) };
    },
  };
};

const STEP = 16;

/**
 * Looks blocking keys up by their position in the sorted list; -1 for one that is not there. A table of where each
 * upper half of a hash begins leaves a short binary search.
 */
export const keyFinder = (keys: Uint32Array): ((wanted: number) => number) => {
  const first = new Uint32Array(2 ** (32 - STEP) + 1);
  for (const hash of keys) first[(hash >>> STEP) + 1] = (first[(hash >>> STEP) + 1] ?? 0) + 1;
  for (let at = 1; at < first.length; at += 1) first[at] = (first[at] ?? 0) + (first[at - 1] ?? 0);
  return (wanted) => {
    let low = first[wanted >>> STEP] ?? 0;
    let high = (first[(wanted >>> STEP) + 1] ?? 0) - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const value = keys[middle] ?? 0;
      if (value === wanted) return middle;
      if (value < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
};
