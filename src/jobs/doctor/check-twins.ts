import { openReviewPairs } from '../../registry/review-queue.ts';
import type { ReviewBook } from '../../store/review-book.ts';
import type { DemandStore } from '../../store/service/demand.ts';
import { type Finding, warning } from './finding.ts';

/** Why linking noticed a pair, where one hospital twice is the likelier reading: one number, or one whole name. */
const LIKELY: readonly string[] = ['official-number', 'number-agrees-name-does-not', 'same-name'];

/**
 * Hospitals that may stand in the registry twice: the pairs that linking could not settle and no person has judged. A question about one of
 * the two may miss what is on record of the other.
 */
export const checkTwins = async (
  store: Pick<ReviewBook, 'judgements' | 'reviewPairs' | 'newestRowOf'>,
  demand: Pick<DemandStore, 'of'>,
): Promise<readonly Finding[]> => {
  const open = await openReviewPairs(store, demand);
  const [first] = open;
  if (first === undefined) return [];
  const likely = open.filter(({ why }) => LIKELY.includes(why));
  const superfluous = new Set(likely.map(({ candidate }) => candidate)).size;
  return [
    warning(
      'twins',
      `${open.length} pairs of records may be one hospital each; ${superfluous} records are likely superfluous (first: ${first.institution} and ${first.candidate})`,
      'licet review --by <who>, or /console/review',
    ),
  ];
};
