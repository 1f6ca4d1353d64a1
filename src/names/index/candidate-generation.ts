import { nameComparer } from '../compare/compare.ts';
import type { NameComparison } from '../compare/comparison.ts';
import type { NameParts } from '../parse/parts.ts';
import { blockingKeysOf } from './blocking-keys.ts';
import type { NameIndex } from './name-index.ts';
import { promising, type SearchCost } from './promising.ts';
import { isSameText } from './text-list.ts';

/** A name on record compared with one way of reading the question. `turn`: which comparison it was, the same for the same name once more. */
export type ComparedName = Readonly<{
  institution: number;
  name: number;
  comparison: NameComparison;
  turn: number;
}>;

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

/** Whether two names of one institution are the same text, also in our translation: lists print a name as legal and as second name. */
const isSameName = (index: NameIndex, one: number, other: number): boolean => {
  const { fullKey, translationKey, owner, names } = index;
  if (fullKey[one] !== fullKey[other] || owner[one] !== owner[other]) return false;
  return translationKey[one] === translationKey[other] && isSameText(names, one, other);
};

/**
 * The names that share most with one reading of a question, each compared with it (the same name of one institution once: both then have one
 * comparison); at most 24 institutions and three names of each, and the names in `exact`. `situated`: the reading with the places said beside it, which are looked for but not compared.
 * Bounded work whatever is asked; `cost` is told how much it was. `without`: names that count as not there.
 */
export const generateCandidates = (
  index: NameIndex,
  asked: NameParts,
  situated: NameParts = asked,
  exact: readonly number[] = [],
  cost: SearchCost = { postings: 0, compared: 0 },
  without?: (name: number) => boolean,
): ComparedName[] => {
  const keys = blockingKeysOf(situated, null);
  const names = new Set([...exact, ...promising(index, keys, cost, without)]);
  const compare = nameComparer(asked);
  const { kind, parent } = index.arrays.parts;
  const found: ComparedName[] = [];
  const byKey = new Map<number, ComparedName>();
  let turns = 0;
  for (const name of names) {
    cost.compared += 1;
    const institution = index.owner[name] ?? 0;
    const key = index.fullKey[name] ?? 0;
    const before = byKey.get(key);
    const same = before !== undefined && isSameName(index, before.name, name) ? before : undefined;
    const shared = { kind: kind[name] ?? 0, parent: parent[name] ?? 0 };
    const comparison =
      same === undefined
        ? compare(index.partsAt(name), index.places.at(institution), shared)
        : same.comparison;
    const one = { institution, name, comparison, turn: same === undefined ? turns : same.turn };
    if (same === undefined) turns += 1;
    byKey.set(key, one);
    found.push(one);
  }
  return found;
};
