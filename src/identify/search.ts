import type { Identification } from '../../schema/verdict.ts';
import type { Reader } from '../store/registry-reader.ts';
import type { AskedPlace } from './asked-place.ts';
import { candidateReasons } from './candidate-reasons.ts';
import type { NameFinder } from './finder.ts';
import type { Likely } from './model/likelihood.ts';
import { MAX_CANDIDATES, roundScore } from './results.ts';

/** One name being identified, and what the steps need for it. */
export type Search = Readonly<{
  name: string;
  /** Stated beside the name. */
  place: AskedPlace;
  reader: Reader;
  finder: NameFinder;
}>;

/** Those who stand in the city stated beside the name before those of whom no list says where they are. */
const thereFirst = (likely: readonly Likely[]): readonly Likely[] => {
  const isThere = ({ features }: Likely): boolean => features.has('beside.agrees');
  return [...likely.filter(isThere), ...likely.filter((one) => !isThere(one))];
};

/** Candidates of an answer, with their probabilities and reasons. */
export const asCandidates = (
  { finder, place }: Search,
  likely: readonly Likely[],
): Identification['candidates'] =>
  thereFirst(likely)
    .slice(0, MAX_CANDIDATES)
    .map((one) => ({
      id: one.id,
      score: roundScore(one.probability),
      why: candidateReasons(finder.index, place, one),
    }));
