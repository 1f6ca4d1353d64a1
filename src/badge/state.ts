import type { BadgeState } from '../../schema/badge.ts';
import type { Check, Verdict } from '../../schema/verdict.ts';

/** Status words of a credential whose term has run out, as opposed to one that was taken away. */
const ENDED: ReadonlySet<string> = new Set(['expired', 'ended', 'lapsed-by-term']);

const ended = (check: Check): boolean => check.status !== null && ENDED.has(check.status);

/** The law forbids what was asked, wherever it is offered: no record contradicts the hospital. */
export const isForbidden = ({ outcome, checks }: Pick<Verdict, 'outcome' | 'checks'>): boolean =>
  outcome === 'refuted' &&
  checks.some(({ gate, result }) => gate === 'prohibited-technology' && result === 'not-met');

/**
 * The badge's state for a verdict. `refuted` by a ban reads `prohibited`, and where every "no" is a term that ended `expired`;
 * `ambiguous` cannot be told apart from not knowing on a badge, so it is `unknown`.
 */
export const stateOf = (verdict: Pick<Verdict, 'outcome' | 'checks'>): BadgeState => {
  if (verdict.outcome === 'ambiguous') return 'unknown';
  if (verdict.outcome !== 'refuted') return verdict.outcome;
  if (isForbidden(verdict)) return 'prohibited';
  const nos = verdict.checks.filter((check) => check.result === 'not-met');
  return nos.length > 0 && nos.every(ended) ? 'expired' : 'refuted';
};
