import type { Comparison } from './feature.ts';
import { note } from './feature.ts';
import { type Found, findNames } from './find.ts';
import type { NameIndex } from './name-index.ts';
import type { NameParts } from './parts.ts';

/** The line names another hospital first: this one may be meant, but never without doubt. */
const asSecond = (one: Found): Found => {
  const features = [...one.comparison.features, note('reading.second', -0.5, true)];
  const comparison: Comparison = {
    score: one.comparison.score - 0.5,
    features,
    against: one.comparison.against + 1,
  };
  return { ...one, comparison };
};

const bothNear = (before: Found, one: Found): boolean =>
  Math.min(before.comparison.score, one.comparison.score) >= NEAR;
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
  for (const one of others.flatMap((parts) => findNames(index, parts)).map(asSecond)) {
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
