import type { Day, PartialDate } from '../../../schema/base.ts';
import type { Credential } from '../../../schema/credential.ts';
import type { Evidence } from '../../../schema/verdict.ts';
import { addDays, earliest, latest } from '../../text/dates.ts';
import { credentialsOf, type Finding, type GateContext } from '../gate-context.ts';
import { type EditionAt, lastFresh } from './edition-at.ts';

/** The first day on which this evidence is too old to decide; none when it already is, or never ages. */
export const evidenceDue = ({ fresh, asOf, freshnessDays }: Evidence): readonly Day[] => {
  const last = fresh && asOf !== null ? lastFresh(asOf, freshnessDays) : null;
  return last === null ? [] : [addDays(last, 1)];
};

/** The same of a whole edition, which an answer may rest on without showing it. */
export const editionDue = ({ state, lastFreshDay }: EditionAt): readonly Day[] =>
  state === 'fresh' && lastFreshDay !== null ? [addDays(lastFreshDay, 1)] : [];

/** The day after a term ends; two days for an end that is printed as a month or a year. */
export const endDue = (until: PartialDate): readonly Day[] => [
  addDays(earliest(until), 1),
  addDays(latest(until), 1),
];

/** The days on which a term begins or ends. */
const termDue = ({ validFrom, validUntil }: Credential): readonly Day[] => [
  ...(validUntil === undefined ? [] : endDue(validUntil)),
  ...(validFrom === undefined ? [] : [latest(validFrom)]),
];

/** The credentials of the institution that a finding is about; those of other marks and titles do not move it. */
const concerned = (context: GateContext, { gate, ask }: Finding): readonly Credential[] => {
  const all = credentialsOf(context, gate);
  return gate === 'accreditation' || gate === 'programme' ? all.filter(({ code }) => code === ask) : all;
};

/**
 * Every day on which a finding may change of itself: what the gate names, evidence that grows too old, and terms of all the
 * credentials looked at, also of those that did not decide.
 */
export const dueDays = (context: GateContext, found: Finding): readonly Day[] => [
  ...found.due,
  ...found.evidence.flatMap(evidenceDue),
  ...concerned(context, found).flatMap(termDue),
];
