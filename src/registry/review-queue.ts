import type { Judgement, ReviewPair } from '../../schema/judgement.ts';
import type { ReviewBook } from '../store/review-book.ts';
import type { DemandStore } from '../store/service/demand.ts';
import { pairKey, resolveJudgements } from './judgements.ts';

/** The pairs that were noticed, and what persons said of them. */
type Pairs = Pick<ReviewBook, 'judgements' | 'reviewPairs' | 'newestRowOf'>;

/** Whether a pair was left unsure and neither of the two has gained a row since. */
const stillUnsure = async (
  pair: ReviewPair,
  unsure: readonly Judgement[],
  headOf: (id: string) => string,
  store: Pick<ReviewBook, 'newestRowOf'>,
): Promise<boolean> => {
  const key = pairKey(headOf(pair.institution), headOf(pair.candidate));
  const since = Math.max(
    0,
    ...unsure
      .filter((one) => pairKey(headOf(one.one), headOf(one.other)) === key)
      .map(({ generation }) => generation),
  );
  if (since === 0) return false;
  const newest = Math.max(await store.newestRowOf(pair.institution), await store.newestRowOf(pair.candidate));
  return newest < since;
};

/** A pair that waits for a person, and how often its two were asked for in the last weeks. */
export type OpenPair = ReviewPair & Readonly<{ asked: number }>;

/** Those asked for most first; pairs asked for as often stay in the order they came in, the most widely known first. */
const byDemand = async (
  pairs: readonly ReviewPair[],
  demand: Pick<DemandStore, 'of'>,
): Promise<readonly OpenPair[]> => {
  const asked = await demand.of(pairs.flatMap(({ institution, candidate }) => [institution, candidate]));
  const times = (id: string): number => asked.get(id) ?? 0;
  return pairs
    .map((pair) => ({ ...pair, asked: times(pair.institution) + times(pair.candidate) }))
    .toSorted((a, b) => b.asked - a.asked);
};

/**
 * The pairs a person has still to judge, those of the most widely known hospitals first. Nothing that was judged same or different is asked again, whatever its records
 * have been merged into; what was judged unsure is asked again only when one of the two has gained a row since.
 */
export const waitingPairs = async (store: Pairs): Promise<readonly ReviewPair[]> => {
  const { counted, headOf, areDifferent } = resolveJudgements(await store.judgements());
  const unsure = counted.filter(({ decision }) => decision === 'unsure');
  const open = new Map<string, ReviewPair>();
  for (const pair of await store.reviewPairs()) {
    const { institution, candidate } = pair;
    const key = pairKey(headOf(institution), headOf(candidate));
    if (headOf(institution) === headOf(candidate) || areDifferent(institution, candidate) || open.has(key))
      continue;
    if (!(await stillUnsure(pair, unsure, headOf, store))) open.set(key, pair);
  }
  return [...open.values()];
};

/** The same, those that are asked for most first. */
export const openReviewPairs = async (
  store: Pairs,
  demand: Pick<DemandStore, 'of'>,
): Promise<readonly OpenPair[]> => byDemand(await waitingPairs(store), demand);
