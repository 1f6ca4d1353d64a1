import { agencyWords } from '../../schema/lexicon/agency-words.ts';
import { reason } from '../../schema/reason.ts';
import type { Identification, Outcome, Reason } from '../../schema/verdict.ts';
import { latinWords } from '../text/han.ts';
import { isDoubt, isForbiddenAsked } from './doubts.ts';
import type { Finding, GateContext } from './gate-context.ts';
import { impliesLicence } from './gates/implied-licence.ts';

/** What was told beside a name that settled: nobody would look for it among the reasons. */
const isNoticed = (one: Reason): boolean =>
  isDoubt(one) || isForbiddenAsked(one) || one.code === 'place.mistyped';

const readsLikeAgency = (name: string): boolean =>
  agencyWords.zh.some((word) => name.includes(word)) ||
  latinWords(name).some((word) => agencyWords.en.includes(word));

/** Nobody on record is meant: an agency that was asked for as if it were a hospital. */
const ofNobody = ({ question }: GateContext, { match, why }: Identification): readonly Reason[] => {
  const { name } = question.institution;
  const nobody = match === 'none' || match === 'lookalike';
  const agency = nobody && name !== undefined && readsLikeAgency(name);
  return [
    ...why.filter(isForbiddenAsked),
    ...(agency
      ? [reason('sender.reads-like-agency', { name }), reason('sender.no-register', { given: name })]
      : []),
  ];
};

/** What a reader must know that belongs to no single check; kept few. */
export const noticesFor = (
  context: GateContext,
  identification: Identification,
  findings: readonly Finding[],
  outcome: Outcome,
): readonly Reason[] => {
  const { dossier } = context;
  if (dossier === null) return ofNobody(context, identification);
  const { body, military } = dossier.traits;
  const licence = findings[0];
  const licensed = licence !== undefined && (licence.result === 'met' || impliesLicence(licence));
  const department = licensed && outcome !== 'refuted' && body !== 'disease-control';
  return [
    ...identification.why.filter(isNoticed),
    ...(dossier.test ? [reason('licence.test-institution')] : []),
    ...(dossier.place.region === 'mainland' ? [] : [reason('licence.outside-mainland')]),
    ...(military === true ? [reason('licence.military-outside-civil-registers')] : []),
    ...(body === 'disease-control' ? [reason('licence.disease-control-not-hospital')] : []),
    ...(body === 'area' || body === 'research' || body === 'other' ? [reason('licence.not-a-hospital')] : []),
    ...(department ? [reason('licence.says-nothing-of-departments')] : []),
  ];
};
