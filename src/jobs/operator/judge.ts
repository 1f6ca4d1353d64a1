import { LicetError } from '../../errors.ts';
import type { JudgeAnswer, OperatorJobs } from '../../http/operator/jobs.ts';
import { keepJudgement } from '../../registry/keep-judgement.ts';
import { openReviewPairs } from '../../registry/review-queue.ts';
import { inNight } from '../night.ts';
import { type JobNeeds, withOperatorLease } from './needs.ts';

/** The pairs that wait for a person, those that are asked for most first. */
export const pairsOf = async (
  { store, demand }: JobNeeds,
  { limit }: OperatorJobs['pairs']['given'],
): Promise<OperatorJobs['pairs']['answer']> => {
  const pairs = await openReviewPairs(store, demand);
  return { waiting: pairs.length, pairs: pairs.slice(0, limit) };
};

const known = async ({ store }: JobNeeds, id: string): Promise<void> => {
  const reader = store.reader();
  if ((await reader.dossier(id)) === undefined && (await reader.redirect(id)) === undefined)
    throw new LicetError('LICET_UNKNOWN_INSTITUTION');
};

/**
 * Keeps what an operator says of two records, and publishes what follows from it. Throws LICET_CANNOT_DECIDE where it contradicts what was
 * judged of others, LICET_UNKNOWN_INSTITUTION where one of the two is not on record.
 */
export const doJudge = async (
  needs: JobNeeds,
  { act, one, other, decision, because }: OperatorJobs['judge']['given'],
): Promise<JudgeAnswer> => {
  for (const id of [one, other]) await known(needs, id);
  if (one === other) throw new LicetError('LICET_CANNOT_DECIDE', 'Both are the same record.');
  const now = new Date(act.at);
  const { store, archive } = needs;
  return withOperatorLease(needs, now, async () => {
    const kept = await keepJudgement(store, { one, other, decision, because, by: act.operator, at: act.at });
    if (kept.state === 'contradicted') {
      const pairs = kept.against.map((given) => `${given.one} and ${given.other} are ${given.decision}`);
      throw new LicetError('LICET_CANNOT_DECIDE', `It was judged that ${pairs.join(', and that ')}.`);
    }
    if (kept.state === 'said-before') return { state: kept.state, generation: store.reader().generation };
    const night = { store, archive, now, clock: () => now, kind: 'judgement' as const };
    const { generation } = await inNight(night, async () => []);
    return { state: kept.state, generation };
  });
};
