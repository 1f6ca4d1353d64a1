import { compareNames } from './compare.ts';
import type { Comparison } from './feature.ts';
import { featuresOf } from './features.ts';
import type { NameIndex } from './name-index.ts';
import type { NameParts } from './parts.ts';
import { findFeature } from './postings.ts';

/** Postings one question may read, and names it may compare. */
const MAX_POSTINGS = 30_000;
const MAX_COMPARED = 64;
/** Features borne by more names than this say too little to be read first. */
const COMMON = 6_000;
/** Names sorted before institutions are picked from them. */
const ENOUGH = 400;

/** One institution with its best-compared name. */
export type Found = Readonly<{ institution: number; name: number; comparison: Comparison }>;

type Posting = Readonly<{ from: number; to: number; weight: number }>;

const postingsOf = (index: NameIndex, features: ReadonlyMap<number, number>): Posting[] => {
  const total = index.names.length;
  const list: Posting[] = [];
  for (const [feature, share] of features) {
    const at = findFeature(index.feature, feature);
    if (at < 0) continue;
    const from = index.start[at] ?? 0;
    const to = index.start[at + 1] ?? from;
    list.push({ from, to, weight: share * Math.log(1 + total / (to - from)) });
  }
  return list.sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
};

/** Sums per name, reused from question to question (answers are computed one at a time, without a pause). */
const scratch = new WeakMap<NameIndex, Float64Array>();

const sumsOf = (index: NameIndex): Float64Array => {
  const known = scratch.get(index);
  if (known !== undefined) return known;
  const sums = new Float64Array(index.names.length);
  scratch.set(index, sums);
  return sums;
};

/** Adds up, rarest feature first, what each name shares with the question; stops when the budget of postings is spent. */
const tally = (index: NameIndex, features: ReadonlyMap<number, number>, sums: Float64Array): number[] => {
  const touched: number[] = [];
  let left = MAX_POSTINGS;
  for (const { from, to, weight } of postingsOf(index, features)) {
    if (to - from > left || (to - from > COMMON && touched.length > 0)) break;
    left -= to - from;
    for (let at = from; at < to; at += 1) {
      const name = index.posting[at] ?? 0;
      const before = sums[name] ?? 0;
      if (before === 0) touched.push(name);
      sums[name] = before + weight;
    }
  }
  return touched;
};

const STEPS = 256;

/** Drops all but the best few hundred without sorting the rest: counts by height, then cuts where enough are above. */
const best = (touched: readonly number[], sums: Float64Array): number[] => {
  let top = 0;
  for (const name of touched) top = Math.max(top, sums[name] ?? 0);
  const height = (name: number): number => Math.floor(((sums[name] ?? 0) / top) * (STEPS - 1));
  const counts = new Uint32Array(STEPS);
  for (const name of touched) counts[height(name)] = (counts[height(name)] ?? 0) + 1;
  let cut = STEPS;
  for (let above = 0; cut > 0 && above < ENOUGH; ) {
    cut -= 1;
    above += counts[cut] ?? 0;
  }
  return touched
    .filter((name) => height(name) >= cut)
    .sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b);
};

/** The most promising names, at most 64 institutions; ties by number, so that the order never varies. */
const promising = (index: NameIndex, features: ReadonlyMap<number, number>): number[] => {
  const sums = sumsOf(index);
  const touched = tally(index, features, sums);
  const ranked = best(touched, sums);
  for (const name of touched) sums[name] = 0;
  const owners = new Map<number, number>();
  const names: number[] = [];
  for (const name of ranked) {
    const owner = index.owner[name] ?? 0;
    const taken = owners.get(owner) ?? 0;
    if (taken === 0 && owners.size >= MAX_COMPARED) continue;
    if (taken >= 3) continue;
    owners.set(owner, taken + 1);
    names.push(name);
    if (names.length >= MAX_COMPARED * 2) break;
  }
  return names;
};

/** Of an institution's names one that nothing speaks against goes first, then the one that compares best. */
const better = (one: Comparison, other: Comparison): boolean => {
  const [clean, otherClean] = [one.against === 0, other.against === 0];
  return clean === otherClean ? one.score > other.score : clean;
};

/** Institutions whose names compare best with the parts asked for, best first. Bounded work whatever is asked. */
export const findNames = (index: NameIndex, asked: NameParts): Found[] => {
  const best = new Map<number, Found>();
  for (const name of promising(index, featuresOf(asked, null))) {
    const institution = index.owner[name] ?? 0;
    const comparison = compareNames(asked, index.partsAt(name), index.places.at(institution));
    const before = best.get(institution);
    if (before === undefined || better(comparison, before.comparison))
      best.set(institution, { institution, name, comparison });
  }
  return [...best.values()].sort(
    (a, b) => b.comparison.score - a.comparison.score || a.institution - b.institution,
  );
};
