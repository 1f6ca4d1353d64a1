import type { BadgeState } from '../../schema/badge.ts';
import type { Check, Verdict } from '../../schema/verdict.ts';

/** Status words of a credential whose term has run out, as opposed to one that was taken away. */
const ENDED: ReadonlySet<string> = new Set(['expired', 'ended', 'lapsed-by-term']);

const ended = (check: Check): boolean => check.status !== null && ENDED.has(check.status);

/**
 * The badge's state for a verdict. `refuted` whose every "no" is a term that ended reads `expired`;
 * `ambiguous` cannot be told apart from not knowing on a badge, so it is `unknown`.
 */
export const stateOf = (verdict: Pick<Verdict, 'outcome' | 'checks'>): BadgeState => {
  if (verdict.outcome === 'ambiguous') return 'unknown';
  if (verdict.outcome !== 'refuted') return verdict.outcome;
  const nos = verdict.checks.filter((check) => check.result === 'not-met');
  return nos.length > 0 && nos.every(ended) ? 'expired' : 'refuted';
};
