import type { Bilingual, Day } from '../../schema/base.ts';
import type { Dossier } from '../../schema/institution.ts';
import type { Policy } from '../../schema/policy.ts';
import type { PractitionerRow } from '../../schema/practitioner.ts';
import type { Question } from '../../schema/question.ts';
import { renderReason } from '../../schema/reason.ts';
import type { Reference } from '../../schema/reference.ts';
import type { Check, Identification, Identity, Outcome, Reason, Verdict } from '../../schema/verdict.ts';
import { shanghaiDay } from '../text/dates.ts';
import { candidatesOf, scoreOffered } from './candidates.ts';
import { identityCaveats } from './doubts.ts';
import { dueDays } from './evidence/due-days.ts';
import { checkYourselfFor, searchedFor } from './evidence/look-ups.ts';
import type { Finding, GateContext } from './gate-context.ts';
import { askedLinesOf, lastKnownOf, licenceLineOf } from './lines.ts';
import { noticesFor } from './notices.ts';
import { type Decided, outcomeAboutLicence, outcomeOf } from './outcome.ts';
import { renderIdentityReason } from './place-words.ts';
import { currentPolicy } from './policy.ts';
import { type Findings, runGates } from './run-gates.ts';
import { sentenceFor } from './sentence.ts';
import { summariseInstitution } from './summary.ts';

/** Everything a verdict rests on. `now` is only a day in Asia/Shanghai and the instant shown as `answeredAt`. */
export type AnswerInput = Readonly<{
  question: Question;
  identification: Identification;
  /** The institution meant; null unless the match is exact or strong. */
  dossier: Dossier | null;
  candidates: ReadonlyMap<string, Dossier>;
  /**
   * True when the caller looked up `otherSpellings(dossier)` and put whoever bears one into `candidates`; without that, a name
   * that lists spell differently is never taken for absent.
   */
  spellingsSearched?: boolean;
  reference: Reference;
  /** The rules to ask under; the current ones when left out. */
  policy?: Policy;
  /** Register rows of the physician asked about, without name or number. */
  practitioners?: readonly PractitionerRow[];
  /** Names of the institutions that those rows name, by registry id. */
  siteNames?: ReadonlyMap<string, Bilingual>;
  /** Callers pass an instant that is the same all day (src/ask), so that the same question gives the same bytes. */
  now: Date;
}>;

const contextFor = (input: AnswerInput): GateContext => {
  const { question, identification, dossier, candidates, reference, now } = input;
  const settled = identification.match === 'exact' || identification.match === 'strong';
  const mine = settled && dossier !== null && dossier.id === identification.id;
  return {
    question,
    day: question.asOf ?? shanghaiDay(now),
    lang: question.lang,
    dossier: mine ? dossier : null,
    match: identification.match,
    why: identification.why,
    candidates,
    spellingsSearched: input.spellingsSearched ?? false,
    reference,
    ...(input.practitioners === undefined ? {} : { practitioners: input.practitioners }),
    ...(input.siteNames === undefined ? {} : { siteNames: input.siteNames }),
    policy: input.policy ?? currentPolicy,
  };
};

const identityOf = (context: GateContext, { identification, candidates }: AnswerInput): Identity => ({
  match: identification.match,
  score: identification.match === 'ambiguous' ? scoreOffered(identification.score) : identification.score,
  why: identification.why.map((why) => renderIdentityReason(why, context.lang)),
  institution: context.dossier === null ? null : summariseInstitution(context.dossier),
  ...candidatesOf(context, identification, candidates),
});

const checkOf = (context: GateContext, { gate, ask, result, status, reasons, evidence }: Finding): Check => ({
  gate,
  ask,
  result,
  status,
  reasons: reasons.map((one) => renderReason(one, context.lang)),
  evidence: [...evidence],
});

/** The first day after the one asked about on which something used ages out or ends; a past day does not age. */
const nextDue = (context: GateContext, findings: readonly Finding[], today: Day): Day | null => {
  if (context.question.asOf !== undefined && context.question.asOf < today) return null;
  const later = findings.flatMap((found) => dueDays(context, found)).filter((due) => due > context.day);
  return later.length === 0 ? null : later.reduce((first, due) => (due < first ? due : first));
};

/** A yes over something told that contradicts the record has a caveat. */
const decide = ({ policy }: GateContext, decided: Decided, doubts: readonly Reason[]): Outcome => {
  const outcome = policy.outcomeAbout === 'asked' ? outcomeOf(decided) : outcomeAboutLicence(decided);
  const isCaveat = policy.contradictions === 'caveat' && doubts.length > 0;
  return outcome === 'confirmed' && isCaveat ? 'limited' : outcome;
};

/** What a yes comes with: first what was told and does not fit, then what was asked, then the licence. */
const caveatsOf = ([licence, ...asked]: Findings, doubts: readonly Reason[]): readonly Reason[] => [
  ...doubts,
  ...[...asked, licence].flatMap(({ caveats }) => caveats),
];

/**
 * The verdict: given what was asked and what the authorities have published, may one rely on this institution? Pure: the
 * same input gives the same bytes. Not knowing is an outcome; nothing here throws for what it does not know.
 */
export const answer = (input: AnswerInput): Verdict => {
  const context = contextFor(input);
  const findings = runGates(context);
  const { identification, reference, now } = input;
  const { match } = identification;
  const doubts = identityCaveats(identification);
  const outcome = decide(context, { match, settled: context.dossier !== null, findings }, doubts);
  const licence = licenceLineOf(context, findings[0]);
  const asked = askedLinesOf(context, findings);
  const caveats = outcome === 'limited' ? caveatsOf(findings, doubts) : [];
  const lastKnown = lastKnownOf(context, outcome, findings);
  const said = { identification, outcome, licence, asked, caveats, lastKnown, findings };
  return {
    outcome,
    summary: sentenceFor(context, said),
    licence,
    asked,
    caveats: caveats.map((one) => renderIdentityReason(one, context.lang)),
    lastKnown,
    identity: identityOf(context, input),
    checks: findings.map((one) => checkOf(context, one)),
    practitioner: null,
    notices: noticesFor(context, identification, findings, outcome).map((one) =>
      renderIdentityReason(one, context.lang),
    ),
    searched: searchedFor(context, findings),
    checkYourself: checkYourselfFor(context, findings),
    ...(context.dossier?.test === true ? { test: true as const } : {}),
    policyVersion: context.policy.version,
    generation: reference.generation,
    asOf: context.day,
    answeredAt: now.toISOString(),
    nextDue: nextDue(context, findings, shanghaiDay(now)),
  };
};
