import { nameComparer } from '../compare/compare.ts';
import type { NameComparison } from '../compare/comparison.ts';
import type { NameParts } from '../parse/parts.ts';
import { blockingKeysOf } from './blocking-keys.ts';
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

/** Names of one institution that are compared. */
const MOST_OF_ONE = 3;

/**
 * The most promising names: at most 24 institutions that an authority's list names, 24 that only directories do, and three names of
 * each. Counted apart, so that no directory, however large, crowds out what the authorities list.
 */
const promising = (index: NameIndex, keys: ReadonlyMap<number, number>, cost: SearchCost): number[] => {
  const owners = new Map<number, number>();
  const count = { listed: 0, others: 0 };
  const names: number[] = [];
  for (const name of best(index, keys, cost)) {
    const owner = index.owner[name] ?? 0;
    const taken = owners.get(owner) ?? 0;
    const sort = (index.standing[owner] ?? 0) > 0 ? 'listed' : 'others';
    if ((taken === 0 && count[sort] >= MAX_COMPARED) || taken >= MOST_OF_ONE) continue;
    if (taken === 0) count[sort] += 1;
    owners.set(owner, taken + 1);
    names.push(name);
    if (names.length >= MAX_NAMES) break;
  }
  return names;
};

/** A name on record compared with one way of reading the question. */
export type ComparedName = Readonly<{ institution: number; name: number; comparison: NameComparison }>;

/** Institutions that bear a key exactly, and their names. Bounded: of a key that more names bear, the first. */
const MOST_BEARERS = 64;

/** The names that bear one of these exact keys. */
export const namesUnder = (index: NameIndex, keys: readonly number[]): readonly number[] => {
  const found = new Set<number>();
  for (const key of keys) {
    const at = index.keyPosition(key);
    if (at < 0) continue;
    const to = Math.min(index.start[at + 1] ?? 0, (index.start[at] ?? 0) + MOST_BEARERS);
    for (let next = index.start[at] ?? 0; next < to; next += 1) found.add(index.posting[next] ?? 0);
  }
  return [...found];
};

/**
 * The names that share most with one reading of a question, each compared with it; at most 24 institutions and three names of
 * each, and the names in `exact`. `situated`: the reading with the places said beside it, which are looked for but not compared.
 * Bounded work whatever is asked; `cost` is told how much it was.
 */
export const generateCandidates = (
  index: NameIndex,
  asked: NameParts,
  situated: NameParts = asked,
  exact: readonly number[] = [],
  cost: SearchCost = { postings: 0, compared: 0 },
): ComparedName[] => {
  const keys = blockingKeysOf(situated, null);
  const names = new Set([...exact, ...promising(index, keys, cost)]);
  const compare = nameComparer(asked);
  const { kind, parent } = index.arrays.parts;
  return [...names].map((name) => {
    cost.compared += 1;
    const institution = index.owner[name] ?? 0;
    const shared = { kind: kind[name] ?? 0, parent: parent[name] ?? 0 };
    const comparison = compare(index.partsAt(name), index.places.at(institution), shared);
    return { institution, name, comparison };
  });
};
