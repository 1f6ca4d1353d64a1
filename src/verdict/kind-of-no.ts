import type { Check, Verdict } from '../../schema/verdict.ts';

/** Status words of a credential whose term has run out, as opposed to one that was taken away. */
const ENDED: ReadonlySet<string> = new Set(['expired', 'ended', 'lapsed-by-term']);

const ended = (check: Check): boolean => check.status !== null && ENDED.has(check.status);

type Judged = Pick<Verdict, 'outcome' | 'checks'>;

/** The law forbids what was asked, wherever it is offered: no record contradicts the hospital. */
export const isForbidden = ({ outcome, checks }: Judged): boolean =>
  outcome === 'refuted' &&
  checks.some(({ gate, result }) => gate === 'prohibited-technology' && result === 'not-met');

/** What a “no” rests on, for people: a ban (`prohibited`), a term that ended wherever there is a “no” (`expired`), else a record (`refuted`). */
export const kindOfNo = (verdict: Judged): 'prohibited' | 'expired' | 'refuted' => {
  if (isForbidden(verdict)) return 'prohibited';
  const nos = verdict.checks.filter((check) => check.result === 'not-met');
  return nos.length > 0 && nos.every(ended) ? 'expired' : 'refuted';
};
