import type { Day } from '../../schema/base.ts';
import type { Dossier } from '../../schema/institution.ts';
import type { Policy } from '../../schema/policy.ts';
import type { PractitionerRow } from '../../schema/practitioner.ts';
import type { Question } from '../../schema/question.ts';
import { renderReason } from '../../schema/reason.ts';
import type { Reference } from '../../schema/reference.ts';
import type { Check, Identification, Identity, Verdict } from '../../schema/verdict.ts';
import { shanghaiDay } from '../text/dates.ts';
import { askGates } from './ask-gates.ts';
import { checkYourselfFor, searchedFor } from './evidence/searched.ts';
import type { Desk, Finding } from './gate-context.ts';
import { noticesFor } from './notices.ts';
import { outcomeOf } from './outcome.ts';
import { currentPolicy } from './policy.ts';
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
  /** Callers pass an instant that is the same all day (src/ask), so that the same question gives the same bytes. */
  now: Date;
}>;

const deskFor = (input: AnswerInput): Desk => {
  const { question, identification, dossier, candidates, reference, now } = input;
  const settled = identification.match === 'exact' || identification.match === 'strong';
  const mine = settled && dossier !== null && dossier.id === identification.id;
  return {
    question,
    day: question.asOf ?? shanghaiDay(now),
    lang: question.lang,
    dossier: mine ? dossier : null,
    candidates,
    spellingsSearched: input.spellingsSearched ?? false,
    reference,
    ...(input.practitioners === undefined ? {} : { practitioners: input.practitioners }),
    policy: input.policy ?? currentPolicy,
    due: [],
  };
};

const identityOf = (desk: Desk, { identification, candidates }: AnswerInput): Identity => ({
  match: identification.match,
  score: identification.score,
  why: identification.why.map((why) => renderReason(why, desk.lang)),
  institution: desk.dossier === null ? null : summariseInstitution(desk.dossier),
  candidates: identification.candidates.flatMap(({ id, score, why }) => {
    const dossier = candidates.get(id);
    if (dossier === undefined) return [];
    return [{ ...summariseInstitution(dossier), score, why: why.map((one) => renderReason(one, desk.lang)) }];
  }),
});

const checkOf = (desk: Desk, { gate, ask, result, status, reasons, evidence }: Finding): Check => ({
  gate,
  ask,
  result,
  status,
  reasons: reasons.map((one) => renderReason(one, desk.lang)),
  evidence: [...evidence],
});

/** The first day after the one asked about on which something used ages out or ends; a past day does not age. */
const nextDue = (desk: Desk, today: Day): Day | null => {
  if (desk.question.asOf !== undefined && desk.question.asOf < today) return null;
  const later = desk.due.filter((due) => due > desk.day);
  return later.length === 0 ? null : later.reduce((first, due) => (due < first ? due : first));
};

/**
 * The verdict: given what was asked and what the authorities have published, may one rely on this institution? Pure: the
 * same input gives the same bytes. Not knowing is an outcome; nothing here throws for what it does not know.
 */
export const answer = (input: AnswerInput): Verdict => {
  const desk = deskFor(input);
  const findings = askGates(desk);
  const { identification, reference, now } = input;
  const outcome = outcomeOf(identification.match, desk.dossier !== null, findings);
  return {
    outcome,
    summary: sentenceFor(desk, identification, outcome, findings),
    identity: identityOf(desk, input),
    checks: findings.map((one) => checkOf(desk, one)),
    practitioner: null,
    notices: noticesFor(desk, findings, outcome).map((one) => renderReason(one, desk.lang)),
    searched: searchedFor(desk, findings),
    checkYourself: checkYourselfFor(desk, findings),
    ...(desk.dossier?.test === true ? { test: true as const } : {}),
    policyVersion: desk.policy.version,
    generation: reference.generation,
    asOf: desk.day,
    answeredAt: now.toISOString(),
    nextDue: nextDue(desk, shanghaiDay(now)),
  };
};
