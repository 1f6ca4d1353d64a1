import { onceEach } from '../../text/remembered.ts';
import type { NameIndex } from './name-index.ts';
import { LONGEST_LIST } from './postings.ts';

/** Postings one question may read, institutions and names it may compare. */
export const MAX_POSTINGS = LONGEST_LIST;
const MAX_COMPARED = 24;
export const MAX_NAMES = MAX_COMPARED * 3;
/** Blocking keys borne by more names than this say too little to be read first. */
const COMMON = 6_000;
/** Names sorted before institutions are picked from them. */
const ENOUGH = 400;

/** What one question cost: postings read and names compared. Never more than the two bounds above. */
export type SearchCost = { postings: number; compared: number };

type Posting = Readonly<{ from: number; to: number; weight: number }>;

export const postingsOf = (index: NameIndex, keys: ReadonlyMap<number, number>): Posting[] => {
  const total = index.names.length;
  const list: Posting[] = [];
  for (const [key, share] of keys) {
    const at = index.keyPosition(key);
    if (at < 0) continue;
    const from = index.start[at] ?? 0;
    const to = index.start[at + 1] ?? from;
    list.push({ from, to, weight: share * Math.log(1 + total / (to - from)) });
  }
  return list.sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
};

/** Working memory, reused from question to question (answers are computed one at a time, without a pause). */
type Scratch = Readonly<{
  /** By name; all zero between two questions. */
  sums: Float32Array;
  /** How many names of each institution were taken. */
  taken: Uint8Array;
  touched: Uint32Array;
  /** The sums of those touched, in their order: read again and again, while `sums` lies all over the memory. */
  values: Float32Array;
  heights: Uint8Array;
  /** How many names have each height; then where those of each height begin among the best. */
  counts: Uint32Array;
  /** The best of those touched, by their place among these. */
  best: Uint32Array;
}>;

const STEPS = 256;

export const scratchOf = onceEach(
  (index: NameIndex): Scratch => ({
    sums: new Float32Array(index.names.length),
    taken: new Uint8Array(index.institutions.length),
    touched: new Uint32Array(MAX_POSTINGS),
    values: new Float32Array(MAX_POSTINGS),
    heights: new Uint8Array(MAX_POSTINGS),
    counts: new Uint32Array(STEPS),
    best: new Uint32Array(MAX_POSTINGS),
  }),
);

/** The postings that one question may read, rarest key first: of a very common one all, or none where others were read. */
export const withinBudget = (list: readonly Posting[]): readonly Posting[] => {
  let left = MAX_POSTINGS;
  const stop = list.findIndex(({ from, to }, at) => {
    if (to - from > left || (to - from > COMMON && at > 0)) return true;
    left -= to - from;
    return false;
  });
  return stop < 0 ? list : list.slice(0, stop);
};

/** Adds up what each name shares with the question. Gives how many names were touched. */
const tally = (index: NameIndex, list: readonly Posting[], work: Scratch, cost: SearchCost): number => {
  const { posting } = index;
  const { sums, touched } = work;
  let count = 0;
  for (const { from, to, weight } of withinBudget(list)) {
    cost.postings += to - from;
    for (let at = from; at < to; at += 1) {
      const name = posting[at] ?? 0;
      const before = sums[name] ?? 0;
      if (before === 0) {
        touched[count] = name;
        count += 1;
      }
      sums[name] = before + weight;
    }
  }
  return count;
};

/** Takes the sums of those touched out of the memory of all names, which is zero again then; gives the highest. */
const takeSums = (count: number, { sums, touched, values }: Scratch): number => {
  let top = 0;
  for (let at = 0; at < count; at += 1) {
    const name = touched[at] ?? 0;
    const sum = sums[name] ?? 0;
    values[at] = sum;
    sums[name] = 0;
    if (sum > top) top = sum;
  }
  return top;
};

/** Puts the best few hundred names in the order of their heights, from the top; gives how many they are. Names of one height are in no order. */
const gatherBest = (count: number, work: Scratch): number => {
  const { values, heights, counts, best } = work;
  const scale = (STEPS - 1) / takeSums(count, work);
  counts.fill(0);
  for (let at = 0; at < count; at += 1) {
    const height = Math.floor((values[at] ?? 0) * scale);
    heights[at] = height;
    counts[height] = (counts[height] ?? 0) + 1;
  }
  let cut = STEPS;
  let above = 0;
  while (cut > 0 && above < ENOUGH) {
    cut -= 1;
    const own = counts[cut] ?? 0;
    counts[cut] = above;
    above += own;
  }
  for (let at = 0; at < count; at += 1) {
    const height = heights[at] ?? 0;
    if (height < cut) continue;
    const place = counts[height] ?? 0;
    best[place] = at;
    counts[height] = place + 1;
  }
  return above;
};

/** Names of one institution that are compared. */
const MOST_OF_ONE = 3;

/**
 * Takes names, best first: at most 24 institutions that an authority's list names, 24 that only directories do, and three names of each.
 * Counted apart, so that no directory, however large, crowds out what the authorities list.
 */
const taking = (
  { owner, standing }: NameIndex,
  { taken }: Scratch,
  without: ((name: number) => boolean) | undefined,
) => {
  const names: number[] = [];
  let [listed, others] = [0, 0];
  /** A name that may not be taken may not be later either. */
  const mayTake = (name: number): boolean => {
    const of = owner[name] ?? 0;
    const before = taken[of] ?? 0;
    const isRoom =
      before === 0 ? ((standing[of] ?? 0) > 0 ? listed : others) < MAX_COMPARED : before < MOST_OF_ONE;
    return isRoom && (without === undefined || !without(name));
  };
  return {
    names,
    mayTake,
    isFull: (): boolean => names.length >= MAX_NAMES,
    take: (name: number): void => {
      if (names.length >= MAX_NAMES || !mayTake(name)) return;
      const of = owner[name] ?? 0;
      const before = taken[of] ?? 0;
      if (before === 0 && (standing[of] ?? 0) > 0) listed += 1;
      else if (before === 0) others += 1;
      taken[of] = before + 1;
      names.push(name);
    },
  };
};

/**
 * The names that share most with the question, best first; ties by number, so that the order never varies. Only names of one height that may still
 * be taken are sorted. `without`: names that count as not there, so that they take no other's room.
 */
export const promising = (
  index: NameIndex,
  keys: ReadonlyMap<number, number>,
  cost: SearchCost,
  without?: (name: number) => boolean,
): readonly number[] => {
  const work = scratchOf(index);
  const { values, touched, counts, best } = work;
  const nameAt = (place: number): number => touched[place] ?? 0;
  const count = tally(index, postingsOf(index, keys), work, cost);
  const taken = taking(index, work, without);
  const kept = gatherBest(count, work);
  for (let height = STEPS - 1, from = 0; from < kept && !taken.isFull(); height -= 1) {
    const open: number[] = [];
    for (const to = counts[height] ?? from; from < to; from += 1)
      if (taken.mayTake(nameAt(best[from] ?? 0))) open.push(best[from] ?? 0);
    if (open.length > 1) open.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || nameAt(a) - nameAt(b));
    for (const place of open) taken.take(nameAt(place));
  }
  for (const name of taken.names) work.taken[index.owner[name] ?? 0] = 0;
  return taken.names;
};
