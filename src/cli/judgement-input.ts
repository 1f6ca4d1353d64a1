import { type Decision, decisions, judgementSchema, type NewJudgement } from '../../schema/judgement.ts';
import { keepJudgement } from '../registry/keep-judgement.ts';
import type { ReviewBook } from '../store/review-book.ts';
import { shanghaiDay } from '../text/dates.ts';
import { suggestByEditDistance } from '../text/edit-distance.ts';
import { UsageError } from './usage-error.ts';
import { printable } from './width.ts';

/** Who judges; without a name nothing is recorded. */
export const judgeOf = (by: string | undefined): string => {
  const name = by?.trim() ?? '';
  if (!judgementSchema.shape.by.safeParse(name).success)
    throw new UsageError(
      '--by is missing: who judges, 2 to 120 characters; kept on record and in no public answer',
    );
  return name;
};

/** Why; a judgement that nobody can follow later is none. */
export const reasonOf = (because: string | undefined): string => {
  const text = because?.trim() ?? '';
  if (!judgementSchema.shape.because.safeParse(text).success)
    throw new UsageError(
      '--because is missing: what shows it, 3 to 600 characters, such as the page you looked at',
    );
  return text;
};

export const decisionOf = (word: string | undefined): Decision => {
  const found = decisions.find((one) => one === word);
  if (found !== undefined) return found;
  const near = word === undefined ? [] : suggestByEditDistance(word, decisions);
  throw new UsageError(
    `[decision] ${word === undefined ? 'is missing' : `"${printable(word)}" is no judgement`}; expected same, different or unsure${near.length > 0 ? `; nearest: ${near.join(', ')}` : ''}`,
  );
};

const told = ({ one, other, decision, at }: NewJudgement): string =>
  `${one} and ${other} were judged ${decision} on ${shanghaiDay(new Date(at))}`;

/**
 * Keeps a judgement. False when the same was said before; throws UsageError when it contradicts what was judged of others, saying which
 * judgements stand against it.
 */
export const recordJudgement = async (
  store: Pick<ReviewBook, 'judgements' | 'addJudgement'>,
  fresh: NewJudgement,
): Promise<boolean> => {
  const kept = await keepJudgement(store, fresh);
  if (kept.state === 'contradicted')
    throw new UsageError(
      `[decision] ${fresh.one} and ${fresh.other} cannot be ${fresh.decision}: ${kept.against.map(told).join('; ')}. ` +
        `Judge one of these pairs anew first: licet judge <a> <b> same|different|unsure`,
    );
  return kept.state === 'kept';
};
