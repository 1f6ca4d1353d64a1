import { type AnyOf, nameRules } from '../../../schema/lexicon/name-rules.ts';
import { observationNumber } from '../../names/compare/comparison.ts';
import type { Observations } from './observations.ts';

/** Sets of observations of which any one counts, each once; many joints share them. */
const anyOfs: AnyOf[] = [];
const anyOfNumbers = new Map<string, number>();

const anyOfNumber = (any: AnyOf): number => {
  const key = any.join();
  const known = anyOfNumbers.get(key);
  if (known !== undefined) return known;
  anyOfNumbers.set(key, anyOfs.length);
  return anyOfs.push(any) - 1;
};

/** The joints by number, since they are looked at for every candidate of every question. `unless`: each set of which one observation excuses it. */
const byNumber = nameRules.joints.map(({ code, all, unless, rare }) => ({
  observation: observationNumber(code),
  needs: all.map(anyOfNumber),
  unless: unless.flat().map(anyOfNumber),
  rare,
}));

/** The first set that each joint needs, one after another: of most joints it is not met, and no more is looked at. */
const first = Uint16Array.from(byNumber, ({ needs }) => needs[0] ?? 0);

/** The sets that each observation is in, by its number. */
const setsOf: number[][] = [];
for (const [set, any] of anyOfs.entries())
  for (const code of any) {
    const number = observationNumber(code);
    const sets = setsOf[number] ?? [];
    setsOf[number] = sets;
    sets.push(set);
  }

const NONE: readonly number[] = [];
const RARE = observationNumber('core.rare');
/** Which of the sets were met. Working memory that the next candidate uses again. */
const met = new Uint8Array(anyOfs.length);

const areMet = (needs: readonly number[]): boolean => {
  for (const set of needs) if (met[set] === 0) return false;
  return true;
};

/**
 * Observations that only make sense together: what is named agrees, and where it stands or whose it is agrees too; by number. `features`: all
 * others of a candidate. Each is an observation of its own, so that what it weighs is fitted.
 */
export const together = (features: Observations): readonly number[] => {
  met.fill(0);
  for (const number of features.numbers()) for (const set of setsOf[number] ?? NONE) met[set] = 1;
  const wordAlone = features.valueOf(RARE) === 1;
  const out: number[] = [];
  for (let at = 0; at < first.length; at += 1) {
    const one = met[first[at] ?? 0] === 0 ? undefined : byNumber[at];
    if (one === undefined || (one.rare && !wordAlone) || !areMet(one.needs)) continue;
    if (one.unless.every((set) => met[set] === 0)) out.push(one.observation);
  }
  return out;
};
