import type { EvidenceKind } from '../../schema/source.ts';
import type { Verdict } from '../../schema/verdict.ts';

/** What comes from an authority (verdict.md §2): written out here too, so that a kind that the product comes to take for one is noticed. */
export const authorities: readonly EvidenceKind[] = ['primary-register', 'official-list', 'law'];

/** What every answer keeps, besides the numbered safety rules: it speaks of what was asked, and says what it does not know. */
export const answerRules: Readonly<Record<string, (verdict: Verdict) => boolean>> = {
  'limited is a yes with a named caveat, and no yes stands over something unknown': ({
    outcome,
    asked,
    caveats,
    licence,
    identity,
  }) => {
    const yes = asked.every(({ result }) => result === 'met' || result === 'implied');
    const licensed = licence.result === 'met' || licence.result === 'implied';
    if (outcome === 'limited') return yes && licensed && caveats.length > 0 && identity.institution !== null;
    return outcome === 'confirmed' ? yes && licence.result === 'met' && caveats.length === 0 : true;
  },
  'each thing asked reads as its checks do, and says what to do next where it is no yes': ({
    asked,
    checks,
    licence,
  }) =>
    asked.every(({ ask, result, sentence, next }) => {
      const own = checks.filter((check) => check.ask === ask && check.gate !== 'practice-licence');
      const worst = own.some((check) => check.result === 'not-met')
        ? 'not-met'
        : own.some((check) => check.result === 'unknown')
          ? 'unknown'
          : 'met';
      const agrees = ask === 'licence' ? result === licence.result : result === worst;
      return agrees && sentence !== '' && (result === 'met' || next !== null);
    }),
  'every not-found names the lists, their dates and their gaps, or that none is held': ({
    checks,
    identity,
  }) =>
    identity.institution === null ||
    checks.every(
      ({ gate, result, evidence, reasons }) =>
        gate === 'practitioner' ||
        result !== 'unknown' ||
        evidence.some(({ kind }) => kind !== 'law' && authorities.includes(kind)) ||
        reasons.some(({ code }) => code.startsWith('searched.')),
    ),
  'what was last known is older than what decides, and is said of an unknown only': ({
    outcome,
    lastKnown,
  }) => lastKnown === null || (outcome === 'unknown' && lastKnown.ageDays > 0),
};
