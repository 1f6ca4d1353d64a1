import type { Dossier } from '../../schema/institution.ts';
import type { FlipExplanation, Policy } from '../../schema/policy.ts';
import type { Question } from '../../schema/question.ts';
import type { InstitutionSummary, Outcome, Verdict } from '../../schema/verdict.ts';
import type { Reader } from '../store/registry-reader.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { type AnswerInput, answer } from '../verdict/answer.ts';
import { summariseInstitution } from '../verdict/summary.ts';
import { isClaim } from '../verdict/vocabulary/claims.ts';
import { findService } from '../verdict/vocabulary/services.ts';
import { answerInstant } from './ask.ts';
import { gatherFacts } from './facts.ts';

/** One verdict that reads differently under two versions of the rules. */
export type Flip = Readonly<{
  institution: InstitutionSummary;
  /** The claim or service asked about. */
  code: string;
  was: Outcome;
  is: Outcome;
  /** Reasons given under one version only: `-` before, `+` after. */
  reasons: readonly string[];
  /** Why, when somebody said so; null stops the release. */
  because: FlipExplanation['because'] | null;
}>;

export type PolicyDiff = Readonly<{
  from: string;
  to: string;
  /** Rules that differ, as paths. */
  rules: readonly string[];
  asked: number;
  flips: readonly Flip[];
}>;

/** Asked of every institution, besides all it holds: what the dated rules are about. */
const ALWAYS = [
  'jci',
  'grade:3A',
  'grade:2A',
  'stem-cell.research',
  'order818.research',
  'order818.translation',
];

const paths = (value: unknown, at = ''): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, one]) => paths(one, `${at}/${name}`))
    : [`${at}: ${canonicalJson(value)}`];

/** What only one of two versions says: `-` the first, `+` the second. */
const changes = (before: ReadonlySet<string>, after: ReadonlySet<string>): readonly string[] => [
  ...[...before].filter((one) => !after.has(one)).map((one) => `- ${one}`),
  ...[...after].filter((one) => !before.has(one)).map((one) => `+ ${one}`),
];

/** The rules of two versions that differ, `-` in the first, `+` in the second. */
export const differingRules = (from: Policy, to: Policy): readonly string[] => {
  const said = ({ version: _, since, about, ...rules }: Policy) => new Set(paths(rules));
  const [before, after] = [said(from), said(to)];
  return changes(before, after);
};

const codesOf = (dossier: Dossier): readonly string[] => {
  const held = dossier.credentials.map(({ code }) => code);
  const known = held.filter((code) => isClaim(code) || findService(code) !== undefined);
  return [...new Set([...ALWAYS, ...known])];
};

const reasonsOf = ({ checks }: Verdict): ReadonlySet<string> =>
  new Set(checks.flatMap(({ reasons }) => reasons.map(({ code }) => code)));

const bearing = ({ outcome, checks }: Verdict): string =>
  JSON.stringify([outcome, checks.map(({ gate, result, status }) => [gate, result, status])]);

const flipOf = (was: Verdict, is: Verdict, code: string, dossier: Dossier): Omit<Flip, 'because'> | null => {
  if (bearing(was) === bearing(is)) return null;
  return {
    institution: summariseInstitution(dossier),
    code,
    was: was.outcome,
    is: is.outcome,
    reasons: changes(reasonsOf(was), reasonsOf(is)),
  };
};

/** The explanation that covers a flip: of this pair of versions, this code (or any), from this outcome to that one. */
const explain = (
  flip: Omit<Flip, 'because'>,
  { version: from }: Policy,
  { version: to }: Policy,
  explanations: readonly FlipExplanation[],
): Flip['because'] =>
  explanations.find(
    (one) =>
      one.from === from &&
      one.to === to &&
      (one.code === '*' || one.code === flip.code) &&
      one.was === flip.was &&
      one.is === flip.is,
  )?.because ?? null;

/**
 * Asks every institution of the registry the same questions under two versions of the rules, and lists every verdict that
 * flips: another outcome, or another result or status of a check. `now`: the present instant;
 * `only`: these institutions and no others.
 */
export const diffPolicies = async (
  reader: Reader,
  [from, to]: readonly [Policy, Policy],
  explanations: readonly FlipExplanation[],
  now: Date,
  only?: readonly string[],
): Promise<PolicyDiff> => {
  const instant = answerInstant(reader.reference, now);
  const flips: Flip[] = [];
  let asked = 0;
  for (const id of only ?? (await reader.institutionIds(null, Number.MAX_SAFE_INTEGER))) {
    const found = await gatherFacts({ id }, reader);
    const { dossier } = found;
    if (dossier === null) continue;
    for (const code of codesOf(dossier)) {
      const under = (policy: Policy): Verdict => {
        const about = isClaim(code) ? { claims: [code] } : { claims: [], service: code };
        const question: Question = { institution: { id }, lang: 'en', ...about };
        const input: AnswerInput = { question, ...found, reference: reader.reference, now: instant, policy };
        return answer(input);
      };
      asked += 1;
      const flip = flipOf(under(from), under(to), code, dossier);
      if (flip !== null) flips.push({ ...flip, because: explain(flip, from, to, explanations) });
    }
  }
  return { from: from.version, to: to.version, rules: differingRules(from, to), asked, flips };
};
