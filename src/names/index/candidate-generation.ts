import { compareNames } from '../compare/compare.ts';
import type { NameComparison } from '../compare/comparison.ts';
import type { NameParts } from '../parse/parts.ts';
import { blockingKeysOf } from './blocking-keys.ts';
import type { NameIndex } from './name-index.ts';
import { LONGEST_LIST } from './postings.ts';

/** Postings one question may read, institutions and names it may compare. */
export const MAX_POSTINGS = LONGEST_LIST;
const MAX_COMPARED = 24;
export const MAX_NAMES = MAX_COMPARED * 2;
/** Blocking keys borne by more names than this say too little to be read first. */
const COMMON = 6_000;
/** Names sorted before institutions are picked from them. */
const ENOUGH = 400;

/** One institution with its best-compared name. */
export type Candidate = Readonly<{ institution: number; name: number; comparison: NameComparison }>;

/** What one question cost: postings read and names compared. Never more than the two bounds above. */
type SearchCost = { postings: number; compared: number };

type Posting = Readonly<{ from: number; to: number; weight: number }>;

const postingsOf = (index: NameIndex, keys: ReadonlyMap<number, number>): Posting[] => {
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
  sums: Float32Array;
  touched: Uint32Array;
  heights: Uint8Array;
  counts: Uint32Array;
}>;

const STEPS = 256;
const scratch = new WeakMap<NameIndex, Scratch>();

const scratchOf = (index: NameIndex): Scratch => {
  const known = scratch.get(index);
  if (known !== undefined) return known;
  const made = {
    sums: new Float32Array(index.names.length),
    touched: new Uint32Array(MAX_POSTINGS),
    heights: new Uint8Array(MAX_POSTINGS),
    counts: new Uint32Array(STEPS),
  };
  scratch.set(index, made);
  return made;
};

/**
 * Adds up, rarest key first, what each name shares with the question; stops when the budget of postings is spent. Gives
 * how many names were touched.
 */
const tally = (index: NameIndex, list: readonly Posting[], work: Scratch, cost: SearchCost): number => {
  const { posting } = index;
  const { sums, touched } = work;
  let count = 0;
  let left = MAX_POSTINGS;
  for (const { from, to, weight } of list) {
    if (to - from > left || (to - from > COMMON && count > 0)) break;
    left -= to - from;
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
  cost.postings += MAX_POSTINGS - left;
  return count;
};

/** Least height that keeps the best few hundred: counts by height, from the top, until enough are above. */
const cutAt = (count: number, { sums, touched, heights, counts }: Scratch): number => {
  let top = 0;
  for (let at = 0; at < count; at += 1) top = Math.max(top, sums[touched[at] ?? 0] ?? 0);
  const scale = (STEPS - 1) / top;
  counts.fill(0);
  for (let at = 0; at < count; at += 1) {
    const height = Math.floor((sums[touched[at] ?? 0] ?? 0) * scale);
    heights[at] = height;
    counts[height] = (counts[height] ?? 0) + 1;
  }
  let cut = STEPS;
  for (let above = 0; cut > 0 && above < ENOUGH; ) {
    cut -= 1;
    above += counts[cut] ?? 0;
  }
  return cut;
};

/** The names that share most with the question, best first; ties by number, so that the order never varies. */
const best = (index: NameIndex, keys: ReadonlyMap<number, number>, cost: SearchCost): number[] => {
  const work = scratchOf(index);
  const { sums, touched, heights } = work;
  const count = tally(index, postingsOf(index, keys), work, cost);
  const cut = cutAt(count, work);
  const names: number[] = [];
  for (let at = 0; at < count; at += 1) if ((heights[at] ?? 0) >= cut) names.push(touched[at] ?? 0);
  names.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b);
  for (let at = 0; at < count; at += 1) sums[touched[at] ?? 0] = 0;
  return names;
};

/** The most promising names, at most 24 institutions and three names of each. */
const promising = (index: NameIndex, keys: ReadonlyMap<number, number>, cost: SearchCost): number[] => {
  const owners = new Map<number, number>();
  const names: number[] = [];
  for (const name of best(index, keys, cost)) {
    const owner = index.owner[name] ?? 0;
    const taken = owners.get(owner) ?? 0;
    if ((taken === 0 && owners.size >= MAX_COMPARED) || taken >= 3) continue;
    owners.set(owner, taken + 1);
    names.push(name);
    if (names.length >= MAX_NAMES) break;
  }
  return names;
};

/** Of an institution's names one that nothing speaks against goes first, then the one that compares best. */
const better = (one: NameComparison, other: NameComparison): boolean => {
  const [clean, otherClean] = [one.conflicts === 0, other.conflicts === 0];
  return clean === otherClean ? one.score > other.score : clean;
};

/**
 * Institutions whose names compare best with the parts asked for, best first. Bounded work whatever is asked; `cost` is told
 * how much it was.
 */
export const generateCandidates = (
  index: NameIndex,
  asked: NameParts,
  cost: SearchCost = { postings: 0, compared: 0 },
): Candidate[] => {
  const found = new Map<number, Candidate>();
  for (const name of promising(index, blockingKeysOf(asked, null), cost)) {
    cost.compared += 1;
    const institution = index.owner[name] ?? 0;
    const comparison = compareNames(asked, index.partsAt(name), index.places.at(institution));
    const before = found.get(institution);
    if (before === undefined || better(comparison, before.comparison))
      found.set(institution, { institution, name, comparison });
  }
  return [...found.values()].sort(
    (a, b) => b.comparison.score - a.comparison.score || a.institution - b.institution,
  );
};
