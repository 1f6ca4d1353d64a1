import type { NameComparison } from '../compare/comparison.ts';
import { comparedPart } from '../compare/comparison.ts';
import type { NameParts } from '../parse/parts.ts';
import { type Candidate, generateCandidates } from './candidate-generation.ts';
import type { NameIndex } from './name-index.ts';

/**
 * A candidate of a later reading of the line: it counts half a point less and as having a conflict. Where the first reading has a
 * candidate without conflict, it keeps its own count of conflicts, so that the match stays ambiguous.
 */
const asSecondReading = (one: Candidate, rival: boolean): Candidate => {
  const { score, parts, conflicts } = one.comparison;
  const comparison: NameComparison = {
    score: score - 0.5,
    parts: [...parts, comparedPart('reading.second', -0.5, !rival)],
    conflicts: rival ? conflicts : conflicts + 1,
  };
  return { ...one, comparison };
};

/** Both readings fit it, the second no better than the first. */
const bothReadingsFit = (before: Candidate, one: Candidate): boolean =>
  Math.min(before.comparison.score, one.comparison.score) >= NEAR &&
  (before.comparison.conflicts === 0 || one.comparison.conflicts > 0);
const NEAR = 3;

/** Two clauses of one line name the same hospital. */
const alsoRead = (one: Candidate): Candidate => ({
  ...one,
  comparison: { ...one.comparison, score: one.comparison.score + 0.5 },
});

/**
 * Institutions whose names compare best with any way of reading the line, best first. Where the line names several hospitals
 * the first reading decides; the others add candidates, and what clearly fits another reading keeps the first from being settled.
 */
export const candidatesByReading = (index: NameIndex, readings: readonly NameParts[]): Candidate[] => {
  const [first, ...others] = readings;
  if (first === undefined) return [];
  const found = generateCandidates(index, first);
  if (others.length === 0) return found;
  const best = new Map(found.map((one) => [one.institution, one]));
  const certain = found.some((one) => one.comparison.conflicts === 0);
  const more = others.flatMap((parts) => generateCandidates(index, parts));
  for (const one of more.map((each) => asSecondReading(each, certain))) {
    const before = best.get(one.institution);
    if (before !== undefined && bothReadingsFit(before, one)) {
      best.set(one.institution, alsoRead(before));
      continue;
    }
    if (
      before === undefined ||
      (before.comparison.conflicts > 0 && before.comparison.score < one.comparison.score)
    )
      best.set(one.institution, one);
  }
  return [...best.values()].sort(
    (a, b) => b.comparison.score - a.comparison.score || a.institution - b.institution,
  );
};
