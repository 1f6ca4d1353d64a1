import type { Reference } from '../../schema/reference.ts';
import type { ReviewBook } from '../store/review-book.ts';
import { waitingPairs } from './review-queue.ts';

/**
 * Gives the function that says how many pairs wait for a person to judge them. It looks again when a newer generation answers or somebody has
 * judged, or when a look failed: what asks for it every few seconds costs nothing in between.
 */
export const pairCounter = (
  store: Omit<ReviewBook, 'addJudgement' | 'reviewPairs'>,
  reference: () => Reference,
): (() => Promise<number>) => {
  let known: Readonly<{ of: Reference; judged: number; count: Promise<number> }> | null = null;
  return async () => {
    const [of, judged] = [reference(), (await store.judgements()).length];
    if (known?.of === of && known.judged === judged) return known.count;
    const pairs = waitingPairs({ ...store, reviewPairs: store.unorderedPairs });
    const mine = { of, judged, count: pairs.then(({ length }) => length) };
    known = mine;
    mine.count.catch(() => {
      if (known === mine) known = null;
    });
    return mine.count;
  };
};
