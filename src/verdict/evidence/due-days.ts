import type { Day } from '../../../schema/base.ts';
import type { Credential } from '../../../schema/credential.ts';
import type { Evidence } from '../../../schema/verdict.ts';
import { addDays, earliest, latest } from '../../text/dates.ts';
import type { Finding } from '../gate-context.ts';
import { type EditionAt, lastFresh } from './edition-at.ts';

/** The first day on which this evidence is too old to decide; none when it already is, or never ages. */
export const evidenceDue = ({ fresh, asOf, freshnessDays }: Evidence): readonly Day[] => {
  const last = fresh && asOf !== null ? lastFresh(asOf, freshnessDays) : null;
  return last === null ? [] : [addDays(last, 1)];
};

/** The same of a whole edition, which an answer may rest on without showing it. */
export const editionDue = ({ state, lastFreshDay }: EditionAt): readonly Day[] =>
  state === 'fresh' && lastFreshDay !== null ? [addDays(lastFreshDay, 1)] : [];

/** The days on which a term begins or ends; two for an end that is printed as a month or a year. */
export const termDue = ({ validFrom, validUntil }: Credential): readonly Day[] => [
  ...(validUntil === undefined ? [] : [addDays(earliest(validUntil), 1), addDays(latest(validUntil), 1)]),
  ...(validFrom === undefined ? [] : [latest(validFrom)]),
];

/** Every day on which a finding may change of itself. */
export const dueDays = ({ due, evidence }: Finding): readonly Day[] => [
  ...due,
  ...evidence.flatMap(evidenceDue),
];
