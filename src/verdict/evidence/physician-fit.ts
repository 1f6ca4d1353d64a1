import { physicianFields } from '../../../schema/lexicon/physician-fields.ts';
import type { Policy } from '../../../schema/policy.ts';
import type { PractitionerRow } from '../../../schema/practitioner.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { addYears } from '../../text/dates.ts';
import { type GateContext, localise } from '../gate-context.ts';
import { findService } from '../vocabulary/services.ts';

/** One row, what was asked, and the rule of the policy asked under. */
export type PhysicianCase = Readonly<{
  context: GateContext;
  row: PractitionerRow;
  rule: NonNullable<Policy['practitioner']>;
}>;

/** One thing that has to hold for a registration to count, and why. */
export type Part = Readonly<{ reasons: readonly Reason[]; holds: boolean }>;

/** A guide's own bar for operations, shown and never decisive: no statute asks for it. Years abroad are in no register. */
export const yearsOf = ({ context, row, rule }: PhysicianCase): readonly Reason[] => {
  const { service } = context.question;
  if (service === undefined || findService(service)?.operation !== true) return [];
  const { registeredSince: since } = row;
  if (since === undefined || row.kind !== 'registered') return [reason('practitioner.years-not-known')];
  const above = context.day > addYears(since, rule.surgeonYears);
  const code = above ? 'practitioner.years-above-guide' : 'practitioner.years-below-guide';
  return [reason(code, { since, years: rule.surgeonYears })];
};

/** Whether category and field of the registration cover the treatment asked about (verdict.md §5 rule 12). */
export const coverOf = ({ context, row }: PhysicianCase): Part => {
  const asked = context.question.service === undefined ? undefined : findService(context.question.service);
  if (asked === undefined) return { reasons: [], holds: true };
  const service = localise(context, asked.name);
  const { category, scope } = row;
  const fields = physicianFields.fields[asked.code];
  if (category === undefined || scope === undefined || fields === undefined)
    return { reasons: [reason('practitioner.scope-not-known', { service })], holds: false };
  const needed = physicianFields.category;
  if (!category.includes(needed))
    return {
      reasons: [reason('practitioner.category-differs', { category, service, needed })],
      holds: false,
    };
  if (!fields.some((field) => scope.includes(field)))
    return { reasons: [reason('practitioner.scope-differs', { scope, service })], holds: false };
  return { reasons: [reason('practitioner.covers', { category, scope, service })], holds: true };
};
