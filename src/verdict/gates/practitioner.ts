import type { Day } from '../../../schema/base.ts';
import { reason } from '../../../schema/reason.ts';
import type { Evidence, Reason } from '../../../schema/verdict.ts';
import { addDays, addYears, daysBetween } from '../../text/dates.ts';
import { coverOf, type Part, type PhysicianCase, yearsOf } from '../evidence/physician-fit.ts';
import { type Finding, finding, type GateContext, localise } from '../gate-context.ts';

/**
 * Physicians (医师法, in force 2022-03-01): the registration names level, category, scope and sites. It is read off the
 * register by a person and kept under keyed hashes; this gate sees no name. Whoever is not held here is answered in the
 * same words, whether there is such a physician or not.
 */
const GATE = 'practitioner';

const evidenceOf = ({ context, row, rule }: PhysicianCase): Evidence => {
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

type Term = Readonly<{ end: Day | null; printed: Day | null }>;

/**
 * The last day of a licence with a term. A short-term licence runs a year at most (外国医师来华短期行医暂行管理办法): one that prints a
 * longer term, or none, is counted for a year from its first day, or from the day it was read where that is not known.
 */
const termOfLicence = ({ row, rule }: PhysicianCase): Term => {
  const printed = row.validUntil ?? null;
  if (row.kind !== 'short-term') return { end: printed, printed };
  const from = row.registeredSince ?? (printed === null ? undefined : row.seenOn);
  if (from === undefined) return { end: null, printed };
  const longest = addDays(addYears(from, rule.shortTermYears), -1);
  return { end: printed !== null && printed <= longest ? printed : longest, printed };
};

const termEnd = (of: PhysicianCase): Day | null => termOfLicence(of).end;

/** The days after which the answer changes of itself: a term or a suspension ends, and the guide's years are over. */
const dueOf = (of: PhysicianCase): readonly Day[] => {
  const { row, rule } = of;
  const years = row.registeredSince === undefined ? null : addYears(row.registeredSince, rule.surgeonYears);
  const ends = [termEnd(of), row.statusUntil ?? null, years];
  return ends.flatMap((end) => (end === null ? [] : [addDays(end, 1)]));
};

/** Why the register itself says no on this day; null when it does not. */
const refusal = (of: PhysicianCase): Reason | null => {
  const { context, row } = of;
  const asOf = row.seenOn;
  if (row.status === 'revoked') return reason('practitioner.revoked', { asOf });
  if (row.status === 'cancelled') return reason('practitioner.cancelled', { asOf });
  if (row.status === 'suspended' && (row.statusUntil === undefined || context.day <= row.statusUntil))
    return reason('practitioner.suspended', { asOf, until: row.statusUntil ?? null });
  const end = termEnd(of);
  return end !== null && context.day > end ? reason('practitioner.term-ended', { until: end }) : null;
};

/** Whether the row names the institution asked about, as main site or as another one. */
const siteOf = ({ context, row }: PhysicianCase): Part => {
  if (context.dossier === null) return { reasons: [reason('institution.not-settled')], holds: false };
  const { id } = context.dossier;
  const mine = row.sites.find(({ institution }) => institution === id);
  if (mine !== undefined) {
    const code = mine.main ? 'practitioner.main-site' : 'practitioner.other-site';
    return { reasons: [reason(code)], holds: true };
  }
  const named = row.sites.flatMap(({ institution }) =>
    institution === null ? [] : (context.siteNames?.get(institution) ?? []),
  );
  const sites = named.map((title) => localise(context, title)).join(context.lang === 'zh' ? '、' : ', ');
  const why =
    sites === ''
      ? reason('practitioner.not-this-site', { asOf: row.seenOn })
      : reason('practitioner.not-this-site-but', { asOf: row.seenOn, sites });
  return { reasons: [why], holds: false };
};

const kindCodes = {
  'short-term': 'practitioner.short-term',
  'hk-macao': 'practitioner.hk-macao',
  taiwan: 'practitioner.taiwan',
} as const;

/** A term whose end is unknown cannot be relied on; certificates of Hong Kong, Macao and Taiwan have one. */
const termOf = (of: PhysicianCase): Part => {
  const { row } = of;
  const { end, printed } = termOfLicence(of);
  if (row.kind === 'registered') return { reasons: [], holds: true };
  const kind = reason(kindCodes[row.kind], { until: end, city: row.city ?? null });
  if (end === null) return { reasons: [kind, reason('practitioner.term-unknown')], holds: false };
  const longer = printed !== null && printed > end;
  const flag = longer ? [reason('practitioner.term-longer-than-law', { printed, counted: end })] : [];
  return { reasons: [kind, ...flag], holds: true };
};

/** What a registration that holds comes with. */
const caveatsOf = ({ row }: PhysicianCase): Reason[] => [
  ...(row.savedPage === false ? [reason('practitioner.no-saved-page')] : []),
  ...(row.level === 'assistant' ? [reason('practitioner.assistant')] : []),
  ...(row.status === 'suspended'
    ? [reason('practitioner.suspension-ended', { until: row.statusUntil ?? null })]
    : []),
];

const asides = ({ context, row }: PhysicianCase): Reason[] => [
  ...(context.question.service !== undefined && row.leads.includes(context.question.service)
    ? [reason('practitioner.technical-lead', { service: context.question.service })]
    : []),
];

const judge = (of: PhysicianCase): Finding => {
  const { context, row, rule } = of;
  const evidence = [evidenceOf(of)];
  const lastFresh = addDays(row.seenOn, rule.freshDays);
  const say = (reasons: readonly Reason[], found: Partial<Finding> = {}): Finding =>
    finding(GATE, null, { status: row.status, reasons, evidence, due: dueOf(of), ...found });
  if (context.day > lastFresh)
    return say([reason('practitioner.row-too-old', { asOf: row.seenOn }), register]);
  const no = refusal(of);
  if (no !== null) return say([no], { result: 'not-met' });
  const parts = [siteOf(of), coverOf(of), termOf(of)];
  const registered = reason('practitioner.registered', {
    asOf: row.seenOn,
    category: row.category ?? null,
    scope: row.scope ?? null,
  });
  const short = parts.find(({ holds }) => !holds)?.reasons ?? [];
  const others = parts.flatMap((part) => part.reasons).filter((one) => !short.includes(one));
  const asideReasons = [...yearsOf(of), ...caveatsOf(of), ...asides(of), generic];
  // What is missing comes first: it is the sentence of the answer.
  const reasons = [...short, registered, ...others, ...asideReasons];
  if (short.length > 0) return say([...reasons, register]);
  return say(reasons, { result: 'met', caveats: caveatsOf(of) });
};

const register = reason('practitioner.check-register');
const generic = reason('practitioner.licence-is-generic');

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
