import type { BadgeState } from '../../schema/badge.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { kindOfNo } from '../verdict/kind-of-no.ts';

/**
 * The badge's state for a verdict. `refuted` by a ban reads `prohibited`, and where every "no" is a term that ended `expired`;
 * `ambiguous` cannot be told apart from not knowing on a badge, so it is `unknown`.
 */
export const stateOf = (verdict: Pick<Verdict, 'outcome' | 'checks'>): BadgeState => {
  if (verdict.outcome === 'ambiguous') return 'unknown';
  return verdict.outcome === 'refuted' ? kindOfNo(verdict) : verdict.outcome;
};
