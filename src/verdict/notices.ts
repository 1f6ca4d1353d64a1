import { reason } from '../../schema/reason.ts';
import type { Outcome, Reason } from '../../schema/verdict.ts';
import type { Finding, GateContext } from './gate-context.ts';
import { impliesLicence } from './gates/implied-licence.ts';

/** What a reader must know that belongs to no single check; kept few. */
export const noticesFor = (
  context: GateContext,
  findings: readonly Finding[],
  outcome: Outcome,
): readonly Reason[] => {
  const { dossier } = context;
  if (dossier === null) return [];
  const { body, military } = dossier.traits;
  const licence = findings[0];
  const licensed = licence !== undefined && (licence.result === 'met' || impliesLicence(licence));
  const department = licensed && outcome !== 'refuted' && body !== 'disease-control';
  return [
    ...(dossier.test ? [reason('licence.test-institution')] : []),
    ...(dossier.place.region === 'mainland' ? [] : [reason('licence.outside-mainland')]),
    ...(military === true ? [reason('licence.military-outside-civil-registers')] : []),
    ...(body === 'disease-control' ? [reason('licence.disease-control-not-hospital')] : []),
    ...(body === 'area' || body === 'research' || body === 'other' ? [reason('licence.not-a-hospital')] : []),
    ...(department ? [reason('licence.says-nothing-of-departments')] : []),
  ];
};
