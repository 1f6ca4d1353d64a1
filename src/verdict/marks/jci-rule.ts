import type { Day, PartialDate } from '../../../schema/base.ts';
import type { Credential } from '../../../schema/credential.ts';
import type { SchemeExit } from '../../../schema/policy.ts';
import { addDays } from '../../text/dates.ts';
import type { GateContext } from '../gate-context.ts';

const exitFrom = ({ policy, dossier }: GateContext, scheme: string): SchemeExit | undefined => {
  const exit = policy.schemeExits[scheme];
  return dossier?.place.region === exit?.region ? exit : undefined;
};

/** The days on which a scheme that leaves the region stops counting: when it closes, and when the last term has ended. */
export const schemeExitDue = (context: GateContext, scheme: string): readonly Day[] => {
  const exit = exitFrom(context, scheme);
  return exit === undefined ? [] : [exit.closed, addDays(exit.lastTermEnds, 1)];
};

/**
 * The dated rule for schemes that left a region (accreditation.md §5; JCI is the one so far). Hong Kong, Macau and Taiwan
 * are outside it. From the day of closing the answer says so; after the last term has ended only a register row that prints
 * an end in the future still shows a mark.
 */
export const schemeExitAt = (
  context: GateContext,
  scheme: string,
): (SchemeExit & { lastTermOver: boolean }) | null => {
  const exit = exitFrom(context, scheme);
  if (exit === undefined || context.day < exit.closed) return null;
  return { ...exit, lastTermOver: context.day > exit.lastTermEnds };
};

/** End of a term by the scheme’s own length, as exact as the date it starts from: 2016-05 and 3 years give 2019-05. */
const derivedEnd = (from: PartialDate, years: number): PartialDate =>
  `${String(Number(from.slice(0, 4)) + years).padStart(4, '0')}${from.slice(4)}`;

/** The end of a mark’s term: printed, or derived from the scheme’s length; null when neither is known. */
export const termEndOf = (
  credential: Credential,
  years: number | null,
): Readonly<{ until: PartialDate; derived: boolean }> | null => {
  if (credential.validUntil !== undefined)
    return { until: credential.validUntil, derived: credential.termDerived === true };
  const from = credential.validFrom ?? credential.eventDate;
  return from === undefined || years === null ? null : { until: derivedEnd(from, years), derived: true };
};
