import type { Comparison } from '../compare/comparison.ts';
import { note } from '../compare/comparison.ts';
import type { NameParts } from '../parse/parts.ts';
import { type Found, findNames } from './candidate-generation.ts';
import type { NameIndex } from './name-index.ts';

/**
 * The line names another hospital first: this one may be meant, but never without doubt. Where the first is certain, this one, as
 * certain, unsettles it.
 */
const asSecond = (one: Found, rival: boolean): Found => {
  const { score, features, against } = one.comparison;
  const comparison: Comparison = {
    score: score - 0.5,
    features: [...features, note('reading.second', -0.5, !rival)],
    against: rival ? against : against + 1,
  };
  return { ...one, comparison };
};

/** Both readings fit it, the second no better than the first. */
const bothNear = (before: Found, one: Found): boolean =>
  Math.min(before.comparison.score, one.comparison.score) >= NEAR &&
  (before.comparison.against === 0 || one.comparison.against > 0);
const NEAR = 3;

/** Two clauses of one line name the same hospital. */
const alsoRead = (one: Found): Found => ({
  ...one,
  comparison: { ...one.comparison, score: one.comparison.score + 0.5 },
});

/**
 * Institutions whose names compare best with any way of reading the line, best first. Where the line names several hospitals
 * the first reading decides; the others add candidates, and what clearly fits another reading keeps the first from being settled.
 */
export const findReadings = (index: NameIndex, readings: readonly NameParts[]): Found[] => {
  const [first, ...others] = readings;
  if (first === undefined) return [];
  const found = findNames(index, first);
  if (others.length === 0) return found;
  const best = new Map(found.map((one) => [one.institution, one]));
  const certain = found.some((one) => one.comparison.against === 0);
  const more = others.flatMap((parts) => findNames(index, parts));
  for (const one of more.map((each) => asSecond(each, certain))) {
    const before = best.get(one.institution);
    if (before !== undefined && bothNear(before, one)) {
      best.set(one.institution, alsoRead(before));
      continue;
    }
    if (
      before === undefined ||
      (before.comparison.against > 0 && before.comparison.score < one.comparison.score)
    )
      best.set(one.institution, one);
  }
  return [...best.values()].sort(
    (a, b) => b.comparison.score - a.comparison.score || a.institution - b.institution,
  );
};
