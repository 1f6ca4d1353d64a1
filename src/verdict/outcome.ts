import type { Match, Outcome } from '../../schema/verdict.ts';
import type { Finding } from './gate-context.ts';
import { impliesLicence } from './gates/implied-licence.ts';

/** What an outcome is made of: how settled identity is, the findings (the licence always first), the rule of the policy. */
export type Decided = Readonly<{
  match: Match;
  /** True when one institution is meant. */
  settled: boolean;
  findings: readonly Finding[];
}>;

/** True for a finding about something that was asked besides the licence, which has a line of its own. */
export const isAsked = ({ gate }: Finding): boolean => gate !== 'practice-licence';

/** What is the same under every version of the rules; null where the findings decide. */
const beforeFindings = ({ match, settled, findings }: Decided): Outcome | null => {
  const prohibited = findings.some(
    ({ gate, result }) => gate === 'prohibited-technology' && result === 'not-met',
  );
  if (prohibited) return 'refuted';
  if (match === 'ambiguous') return 'ambiguous';
  return settled ? null : 'unknown';
};

/**
 * One word for those who need one (verdict.md §2): it answers what was asked. A prohibited technology refutes whatever the
 * identity, since nobody may offer it; otherwise nothing is said before identity is settled. An authority's no to anything asked,
 * or to the licence, refutes; anything asked that is not known is `unknown`; a yes with a caveat, or over a licence that is only
 * implied, is `limited`; and no yes stands over a licence of which nothing is known.
 */
export const outcomeOf = (decided: Decided): Outcome => {
  const early = beforeFindings(decided);
  if (early !== null) return early;
  const { findings } = decided;
  const [licence] = findings;
  if (findings.some(({ result }) => result === 'not-met')) return 'refuted';
  if (licence === undefined || findings.filter(isAsked).some(({ result }) => result === 'unknown'))
    return 'unknown';
  if (licence.result !== 'met') return impliesLicence(licence) ? 'limited' : 'unknown';
  return findings.every(({ caveats }) => caveats.length === 0) ? 'confirmed' : 'limited';
};

/**
 * The same under the rules until 2026-11-28, kept so that an old answer can be understood and compared: the outcome was about the
 * licence, and a mark that had run out on its issuer's register was passed over.
 */
export const outcomeAboutLicence = (decided: Decided): Outcome => {
  const early = beforeFindings(decided);
  if (early !== null) return early;
  const [licence, ...asked] = decided.findings;
  const over = ({ gate, status }: Finding): boolean =>
    gate === 'accreditation' && status === 'lapsed-by-term';
  if (decided.findings.some((one) => one.result === 'not-met' && !over(one))) return 'refuted';
  if (licence === undefined) return 'unknown';
  if (licence.result !== 'met') return impliesLicence(licence) ? 'limited' : 'unknown';
  const clear = asked.every(({ result, caveats }) => result === 'met' && caveats.length === 0);
  return clear && licence.caveats.length === 0 ? 'confirmed' : 'limited';
};
