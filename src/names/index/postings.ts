import { growing } from './text-list.ts';

/** Features (sorted hashes) → names: those of `feature[i]` are `posting[start[i]]` … `posting[start[i + 1] - 1]`, ascending. */
export type Postings = Readonly<{ feature: Uint32Array; start: Uint32Array; posting: Uint32Array }>;

/**
 * Names of one feature that are kept. No question may read more than this in all, so a longer list would never be read: it is
 * left out, but for its length.
 */
export const LONGEST_LIST = 30_000;

/** Pairs gather in 256 piles by the first byte of the feature; in each a pair is one number: feature below, then name. */
const PILES = 256;
const LOW = 24;
/** Most names an index holds. */
const NAMES = 2 ** 29;

type Pile = { pairs: Float64Array; length: number };

const put = (pile: Pile, pair: number): void => {
  if (pile.length === pile.pairs.length) {
    const bigger = new Float64Array(Math.ceil(pile.length * 1.5) + 64);
    bigger.set(pile.pairs);
    pile.pairs = bigger;
  }
  pile.pairs[pile.length] = pair;
  pile.length += 1;
};

type Out = {
  feature: ReturnType<typeof growing>;
  start: ReturnType<typeof growing>;
  posting: Uint32Array;
  length: number;
};

const pause = (): Promise<void> => new Promise((resume) => setImmediate(resume));

/** End of the run of equal features that begins at `from`. */
const runEnd = (sorted: Float64Array, from: number): number => {
  const next = (Math.floor((sorted[from] ?? 0) / NAMES) + 1) * NAMES;
  let to = from + 1;
  while (to < sorted.length && (sorted[to] ?? 0) < next) to += 1;
  return to;
};

/** Gathers features of names and sorts them; in memory only the piles and what comes out of them. */
export const gatherPostings = () => {
  const piles: Pile[] = Array.from({ length: PILES }, () => ({ pairs: new Float64Array(64), length: 0 }));
  const write = (pile: Pile, high: number, out: Out): void => {
    const sorted = pile.pairs.subarray(0, pile.length).sort();
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      to = runEnd(sorted, from);
      if (to - from > LONGEST_LIST) continue;
      out.feature.push(high * 2 ** LOW + Math.floor((sorted[from] ?? 0) / NAMES));
      for (let at = from; at < to; at += 1) {
        out.posting[out.length] = (sorted[at] ?? 0) % NAMES;
        out.length += 1;
      }
      out.start.push(out.length);
    }
  };
  return {
    put: (feature: number, name: number): void => {
      const pile = piles[feature >>> LOW];
      if (pile !== undefined) put(pile, (feature & (2 ** LOW - 1)) * NAMES + name);
    },
    /** Pauses between piles; may be called once. */
    done: async (): Promise<Postings> => {
      const total = piles.reduce((sum, pile) => sum + pile.length, 0);
      const out: Out = { feature: growing(), start: growing(), posting: new Uint32Array(total), length: 0 };
      out.start.push(0);
      for (const [high, pile] of piles.entries()) {
        write(pile, high, out);
        pile.pairs = new Float64Array(0);
        if (high % 16 === 0) await pause();
      }
      const { feature, start, posting, length } = out;
      return { feature: feature.done(), start: start.done(), posting: posting.subarray(0, length) };
    },
  };
};

const STEP = 16;

/**
 * Looks features up by their position in the sorted list; -1 for one that is not there. Where each upper half of a hash begins
 * is noted first, so that little is left to search.
 */
export const featureFinder = (feature: Uint32Array): ((wanted: number) => number) => {
  const first = new Uint32Array(2 ** (32 - STEP) + 1);
  for (const hash of feature) first[(hash >>> STEP) + 1] = (first[(hash >>> STEP) + 1] ?? 0) + 1;
  for (let at = 1; at < first.length; at += 1) first[at] = (first[at] ?? 0) + (first[at - 1] ?? 0);
  return (wanted) => {
    let low = first[wanted >>> STEP] ?? 0;
    let high = (first[(wanted >>> STEP) + 1] ?? 0) - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const value = feature[middle] ?? 0;
      if (value === wanted) return middle;
      if (value < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
};
