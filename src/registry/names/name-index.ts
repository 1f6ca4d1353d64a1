import type { NameRow } from '../../store/types.ts';
import type { RowPlace } from './feature.ts';
import { featuresOf } from './features.ts';
import type { NameParts } from './parts.ts';
import { understand } from './understand.ts';

/**
 * The names of one generation in typed arrays: features (sorted hashes) → names, names → institutions. `feature[i]`'s names are
 * `posting[start[i]] … posting[start[i + 1] - 1]`.
 */
export type NameIndex = Readonly<{
  institutions: readonly string[];
  places: readonly RowPlace[];
  names: readonly string[];
  kinds: readonly string[];
  /** Name → institution, both by number. */
  owner: Uint32Array;
  feature: Uint32Array;
  start: Uint32Array;
  posting: Uint32Array;
}>;

/** Names read between two pauses, so that building never holds the thread for long. */
const CHUNK = 500;

const pause = (): Promise<void> => new Promise((resume) => setImmediate(resume));

type Gathered = {
  institutions: string[];
  places: RowPlace[];
  names: string[];
  kinds: string[];
  owner: number[];
  pairs: { feature: Uint32Array; name: Uint32Array; length: number };
};

const grown = (pairs: Gathered['pairs']): Gathered['pairs'] => {
  const bigger = (of: Uint32Array) => {
    const next = new Uint32Array(of.length * 2);
    next.set(of);
    return next;
  };
  return { feature: bigger(pairs.feature), name: bigger(pairs.name), length: pairs.length };
};

const addName = (all: Gathered, row: NameRow, number: Map<string, number>): void => {
  let owner = number.get(row.institution);
  if (owner === undefined) {
    owner = all.institutions.length;
    number.set(row.institution, owner);
    all.institutions.push(row.institution);
    all.places.push({ province: row.province, city: row.city, district: row.district });
  }
  const name = all.names.length;
  all.names.push(row.value);
  all.kinds.push(row.kind);
  all.owner.push(owner);
  const place = all.places[owner] ?? { province: null, city: null, district: null };
  for (const feature of featuresOf(understand(row.value), place).keys()) {
    if (all.pairs.length === all.pairs.feature.length) all.pairs = grown(all.pairs);
    all.pairs.feature[all.pairs.length] = feature;
    all.pairs.name[all.pairs.length] = name;
    all.pairs.length += 1;
  }
};

/** Counting by feature: names of one feature come out in the order in which they were read. */
const postings = (pairs: Gathered['pairs']): Pick<NameIndex, 'feature' | 'start' | 'posting'> => {
  const sorted = pairs.feature.slice(0, pairs.length).sort();
  let distinct = 0;
  for (let at = 0; at < sorted.length; at += 1)
    if (at === 0 || sorted[at] !== sorted[at - 1]) {
      sorted[distinct] = sorted[at] ?? 0;
      distinct += 1;
    }
  const feature = sorted.slice(0, distinct);
  const start = new Uint32Array(distinct + 1);
  const slot = new Uint32Array(pairs.length);
  for (let at = 0; at < pairs.length; at += 1) {
    const found = findFeature(feature, pairs.feature[at] ?? 0);
    slot[at] = found;
    start[found + 1] = (start[found + 1] ?? 0) + 1;
  }
  for (let at = 0; at < distinct; at += 1) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  const next = start.slice(0, distinct);
  const posting = new Uint32Array(pairs.length);
  for (let at = 0; at < pairs.length; at += 1) {
    const found = slot[at] ?? 0;
    const put = next[found] ?? 0;
    posting[put] = pairs.name[at] ?? 0;
    next[found] = put + 1;
  }
  return { feature, start, posting };
};

/** Position of a feature in the sorted list, or -1. */
export const findFeature = (feature: Uint32Array, wanted: number): number => {
  let low = 0;
  let high = feature.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = feature[middle] ?? 0;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};

/** Reads every name once and builds the index, pausing often enough that questions are answered meanwhile. */
export const buildNameIndex = async (
  rows: AsyncIterable<NameRow> | Iterable<NameRow>,
): Promise<NameIndex> => {
  const start = 1 << 16;
  const all: Gathered = {
    institutions: [],
    places: [],
    names: [],
    kinds: [],
    owner: [],
    pairs: { feature: new Uint32Array(start), name: new Uint32Array(start), length: 0 },
  };
  const number = new Map<string, number>();
  let read = 0;
  for await (const row of rows) {
    addName(all, row, number);
    read += 1;
    if (read % CHUNK === 0) await pause();
  }
  const { institutions, places, names, kinds } = all;
  return { institutions, places, names, kinds, owner: Uint32Array.from(all.owner), ...postings(all.pairs) };
};

const KEPT = 60_000;
const kept = new WeakMap<NameIndex, Map<number, NameParts>>();

/** Parts of one name of the index; those asked for lately are remembered. */
export const partsAt = (index: NameIndex, name: number): NameParts => {
  let memo = kept.get(index);
  if (memo === undefined || memo.size > KEPT) {
    memo = new Map();
    kept.set(index, memo);
  }
  const known = memo.get(name);
  if (known !== undefined) return known;
  const parts = understand(index.names[name] ?? '');
  memo.set(name, parts);
  return parts;
};
