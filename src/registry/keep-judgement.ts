import type { NewJudgement } from '../../schema/judgement.ts';
import type { ReviewBook } from '../store/review-book.ts';
import { contradictedJudgements, newestOfPairs, pairKey } from './judgements.ts';

/** What became of a judgement: kept, said before, or contradicted by what was judged of others. */
type KeptJudgement = Readonly<
  { state: 'kept' | 'said-before' } | { state: 'contradicted'; against: readonly NewJudgement[] }
>;

/** Whether the very same was said of the very same pair before and still counts. */
const saidBefore = (given: readonly NewJudgement[], fresh: NewJudgement): boolean =>
  newestOfPairs(given).some(
    (one) =>
      pairKey(one.one, one.other) === pairKey(fresh.one, fresh.other) && one.decision === fresh.decision,
  );

/** Keeps a person's judgement, unless it says nothing new or cannot be true beside those that were given before. */
export const keepJudgement = async (
  store: Pick<ReviewBook, 'judgements' | 'addJudgement'>,
  fresh: NewJudgement,
): Promise<KeptJudgement> => {
  const given = await store.judgements();
  if (fresh.decision !== 'unsure' && saidBefore(given, fresh)) return { state: 'said-before' };
  const against = contradictedJudgements(given, fresh);
  if (against !== null) return { state: 'contradicted', against };
  await store.addJudgement(fresh);
  return { state: 'kept' };
};
