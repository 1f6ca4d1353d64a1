import type { Match, Outcome } from '../../schema/verdict.ts';
import type { Finding } from './gate-context.ts';
import { impliesLicence } from './gates/implied-licence.ts';

/**
 * One word for those who need one (verdict.md §2). A prohibited technology refutes whatever the identity, since nobody may
 * offer it; otherwise nothing is said before identity is settled. A missing or lapsed private mark never refutes.
 */
export const outcomeOf = (match: Match, settled: boolean, findings: readonly Finding[]): Outcome => {
  const prohibited = findings.some(
    ({ gate, result }) => gate === 'prohibited-technology' && result === 'not-met',
  );
  if (prohibited) return 'refuted';
  if (match === 'ambiguous') return 'ambiguous';
  if (!settled) return 'unknown';
  if (findings.some(({ result, refutes }) => result === 'not-met' && refutes)) return 'refuted';
  const [licence, ...asked] = findings;
  if (licence === undefined) return 'unknown';
  if (licence.result !== 'met') return impliesLicence(licence) ? 'limited' : 'unknown';
  const clear = asked.every(({ result, limits }) => result === 'met' && !limits);
  return clear && !licence.limits ? 'confirmed' : 'limited';
};
