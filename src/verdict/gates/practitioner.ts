import type { Day } from '../../../schema/base.ts';
import type { Policy } from '../../../schema/policy.ts';
import type { PractitionerRow } from '../../../schema/practitioner.ts';
import { reason } from '../../../schema/reason.ts';
import type { Evidence, Reason } from '../../../schema/verdict.ts';
import { addDays, addYears, daysBetween } from '../../text/dates.ts';
import { type Finding, finding, type GateContext } from '../gate-context.ts';
import { findService } from '../vocabulary/services.ts';

/**
 * Physicians (医师法, in force 2022-03-01): the registration names level, category, scope and sites. It is read off the
 * register by a person and kept under keyed hashes; this gate sees no name. Whoever is not held here is answered in the
 * same words, whether there is such a physician or not.
 */
const GATE = 'practitioner';

/** One row, what was asked, and the rule of the policy asked under. */
type Case = Readonly<{
  context: GateContext;
  row: PractitionerRow;
  rule: NonNullable<Policy['practitioner']>;
}>;

const evidenceOf = ({ context, row, rule }: Case): Evidence => {
  const ageDays = daysBetween(row.seenOn, context.day);
  return {
    kind: 'primary-register',
    how: 'captured',
    source: 'practitioner-register',
    authority: row.authority,
    asOf: row.seenOn,
    retrievedAt: row.recordedAt,
    fresh: ageDays <= rule.freshDays,
    ageDays,
    freshnessDays: rule.freshDays,
    transport: 'operator',
    sha256: row.sha256,
    row: 1,
    cite: row.url,
    // The captured page is never handed out: the link leads to the register itself.
    url: row.url,
  };
};

/** Last day of a licence with a term; a short-term licence without a printed end runs a year. */
const termEnd = ({ row, rule }: Case): Day | null => {
  if (row.validUntil !== undefined) return row.validUntil;
  if (row.kind !== 'short-term' || row.registeredSince === undefined) return null;
  return addDays(addYears(row.registeredSince, rule.shortTermYears), -1);
};

/** The days after which the answer changes of itself: term and suspension end, and a surgeon's first years are over. */
const dueOf = (of: Case): readonly Day[] => {
  const { row, rule } = of;
  const years = row.registeredSince === undefined ? null : addYears(row.registeredSince, rule.surgeonYears);
  const ends = [termEnd(of), row.statusUntil ?? null, years];
  return ends.flatMap((end) => (end === null ? [] : [addDays(end, 1)]));
};

/** Why the register itself says no on this day; null when it does not. */
const refusal = (of: Case): Reason | null => {
  const { context, row } = of;
  const asOf = row.seenOn;
  if (row.status === 'revoked') return reason('practitioner.revoked', { asOf });
  if (row.status === 'cancelled') return reason('practitioner.cancelled', { asOf });
  if (row.status === 'suspended' && (row.statusUntil === undefined || context.day <= row.statusUntil))
    return reason('practitioner.suspended', { asOf, until: row.statusUntil ?? null });
  const end = termEnd(of);
  return end !== null && context.day > end ? reason('practitioner.term-ended', { until: end }) : null;
};

type Part = Readonly<{ reasons: readonly Reason[]; holds: boolean }>;

/** Whether the row names the institution asked about, as main site or as another one. */
const siteOf = ({ context, row }: Case): Part => {
  if (context.dossier === null) return { reasons: [reason('institution.not-settled')], holds: false };
  const { id } = context.dossier;
  const mine = row.sites.find(({ institution }) => institution === id);
  if (mine === undefined)
    return { reasons: [reason('practitioner.not-this-site', { asOf: row.seenOn })], holds: false };
  const code = mine.main ? 'practitioner.main-site' : 'practitioner.other-site';
  return { reasons: [reason(code)], holds: true };
};

/** Years since the first registration, asked only for operations. */
const yearsOf = ({ context, row, rule }: Case): Part => {
  const { service } = context.question;
  if (service === undefined || findService(service)?.operation !== true) return { reasons: [], holds: true };
  const { registeredSince: since } = row;
  if (since === undefined)
    return {
      reasons: [reason('practitioner.first-registration-unknown', { years: rule.surgeonYears })],
      holds: false,
    };
  const holds = context.day > addYears(since, rule.surgeonYears);
  const code = holds ? 'practitioner.years-enough' : 'practitioner.years-short';
  return { reasons: [reason(code, { since, years: rule.surgeonYears })], holds };
};

const kindCodes = {
  'short-term': 'practitioner.short-term',
  'hk-macao': 'practitioner.hk-macao',
  taiwan: 'practitioner.taiwan',
} as const;

/** A term whose end is unknown cannot be relied on; certificates of Hong Kong, Macao and Taiwan have one. */
const termOf = (of: Case): Part => {
  const { row } = of;
  const end = termEnd(of);
  if (row.kind === 'registered') return { reasons: [], holds: true };
  const kind = reason(kindCodes[row.kind], { until: end, city: row.city ?? null });
  if (end === null) return { reasons: [kind, reason('practitioner.term-unknown')], holds: false };
  return { reasons: [kind], holds: true };
};

/** What a registration that holds comes with. */
const caveatsOf = ({ row }: Case): Reason[] => [
  ...(row.level === 'assistant' ? [reason('practitioner.assistant')] : []),
  ...(row.status === 'suspended'
    ? [reason('practitioner.suspension-ended', { until: row.statusUntil ?? null })]
    : []),
];

const asides = ({ context, row }: Case): Reason[] => [
  ...(context.question.service !== undefined && row.leads.includes(context.question.service)
    ? [reason('practitioner.technical-lead', { service: context.question.service })]
    : []),
];

const judge = (of: Case): Finding => {
  const { context, row, rule } = of;
  const evidence = [evidenceOf(of)];
  const lastFresh = addDays(row.seenOn, rule.freshDays);
  const say = (reasons: readonly Reason[], found: Partial<Finding> = {}): Finding =>
    finding(GATE, null, { status: row.status, reasons, evidence, due: dueOf(of), ...found });
  if (context.day > lastFresh)
    return say([reason('practitioner.row-too-old', { asOf: row.seenOn }), register]);
  const no = refusal(of);
  if (no !== null) return say([no], { result: 'not-met' });
  const parts = [siteOf(of), termOf(of), yearsOf(of)];
  const registered = reason('practitioner.registered', {
    asOf: row.seenOn,
    category: row.category ?? null,
    scope: row.scope ?? null,
  });
  const reasons = [registered, ...parts.flatMap((part) => part.reasons), ...caveatsOf(of), ...asides(of)];
  if (!parts.every(({ holds }) => holds)) return say([...reasons, register]);
  return say(reasons, { result: 'met', caveats: caveatsOf(of) });
};

const register = reason('practitioner.check-register');

/** The check of a physician. Rows that were captured after the day asked about do not count. */
export const practitionerGate = (context: GateContext): Finding => {
  const rows = (context.practitioners ?? []).filter(({ seenOn }) => seenOn <= context.day);
  const [row] = rows;
  const rule = context.policy.practitioner;
  if (row === undefined || rule === null)
    return finding(GATE, null, { reasons: [reason('practitioner.no-evidence'), register] });
  if (rows.length > 1)
    return finding(GATE, null, { reasons: [reason('practitioner.more-than-one'), register] });
  return judge({ context, row, rule });
};
