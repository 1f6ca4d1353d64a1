import type { Day } from '../../../schema/base.ts';
import { reason } from '../../../schema/reason.ts';
import type { Evidence, Reason } from '../../../schema/verdict.ts';
import { latest } from '../../text/dates.ts';
import type { Row } from '../evidence/assess-rows.ts';
import { cite } from '../evidence/cite.ts';
import { endDue } from '../evidence/due-days.ts';
import { historyDate, isHistory } from '../evidence/reported.ts';
import { type GateContext, localise } from '../gate-context.ts';
import type { Scheme } from '../vocabulary/schemes.ts';
import { termEndOf } from './jci-rule.ts';
import { statusWord } from './status-words.ts';

/** What is known of a mark’s past: a status that never decides, sentences with dates, and their sources. */
type MarkHistory = Readonly<{
  status: string;
  reasons: readonly Reason[];
  evidence: readonly Evidence[];
  /** The day after the term that is reported. */
  due: readonly Day[];
}>;

type Told = Pick<MarkHistory, 'status' | 'reasons'>;

const AWARDS = new Set<string>(['accredited', 'reaccredited', 'certified', 'achieved', 'listed', 'active']);
const ENDS = new Set<string>(['withdrawn', 'suspended', 'revoked', 'cancelled']);
const SHOWN = 4;

const stamp = (row: Row): string => {
  const date = historyDate(row);
  return date === null ? '' : latest(date);
};

const isDated = ({ credential }: Row): boolean =>
  credential.eventDate !== undefined || credential.validFrom !== undefined;

/** Which part the mark was for; a programme for the whole hospital, such as JCI's for academic centres, leaves no part out. */
const scopeReason = (row: Row): readonly Reason[] => {
  const { scope, programme } = row.credential;
  if (scope.kind === 'institution') return [];
  const named = [scope.text, programme].filter((part) => part !== undefined && part !== '');
  const text = [...new Set(named)].join('; ');
  return text === '' ? [] : [reason('accreditation.scope-only', { scope: text })];
};

/** That the end of a term is reckoned from its years, which no source prints. */
const termDerived = (scheme: Scheme, from: string | null, until: string): Reason =>
  reason('accreditation.term-derived', {
    years: from === null ? scheme.termYears : Number(until.slice(0, 4)) - Number(from.slice(0, 4)),
  });

/** Status and first sentence from the newest award that is dated. */
const fromAward = (context: GateContext, scheme: Scheme, row: Row): Told => {
  const name = localise(context, scheme.name);
  const from = historyDate(row);
  const end = termEndOf(row.credential, scheme.termYears);
  if (end === null || context.day <= latest(end.until))
    return {
      status: 'claim-only',
      reasons: [
        end === null
          ? reason('accreditation.reported-no-register', { scheme: name, date: from })
          : reason('accreditation.reported-term', { scheme: name, from, until: end.until }),
        ...(end?.derived === true ? [termDerived(scheme, from, end.until)] : []),
        ...scopeReason(row),
      ],
    };
  const derived = end.derived ? [termDerived(scheme, from, end.until)] : [];
  return {
    status: 'lapsed-by-term',
    reasons: [
      reason('accreditation.was-accredited-until', { scheme: name, from, until: end.until }),
      ...derived,
      ...scopeReason(row),
    ],
  };
};

const fromWeaker = (context: GateContext, scheme: Scheme, row: Row): Told => {
  const name = localise(context, scheme.name);
  const date = historyDate(row);
  const { status } = row.credential;
  if (status === 'applicant')
    return {
      status: 'claim-only',
      reasons: [reason('accreditation.applicant-only', { scheme: name, date })],
    };
  const code = isDated(row)
    ? reason('accreditation.reported-no-register', { scheme: name, date })
    : reason('accreditation.claim-only', { scheme: name });
  return { status: 'claim-only', reasons: [code, ...scopeReason(row)] };
};

const head = (context: GateContext, scheme: Scheme, past: readonly Row[]): Told | null => {
  const award = past.find((row) => AWARDS.has(row.credential.status) && isDated(row));
  const end = past.find((row) => ENDS.has(row.credential.status));
  if (end !== undefined && (award === undefined || stamp(end) >= stamp(award))) {
    const { status } = end.credential;
    const params = {
      scheme: localise(context, scheme.name),
      status: statusWord(status, context.lang),
      date: historyDate(end),
    };
    return { status, reasons: [reason('accreditation.ended-reported', params), ...scopeReason(end)] };
  }
  if (award !== undefined) return fromAward(context, scheme, award);
  const weaker = past[0];
  return weaker === undefined ? null : fromWeaker(context, scheme, weaker);
};

/** The past of a mark as press, holders and notices report it, newest first; null when nothing is reported. */
export const markHistory = (
  context: GateContext,
  scheme: Scheme,
  rows: readonly Row[],
): MarkHistory | null => {
  const past = rows
    .filter((row) => isHistory(context, row))
    .map((row, index) => ({ row, index }))
    .sort((a, b) => (stamp(a.row) < stamp(b.row) ? 1 : stamp(a.row) > stamp(b.row) ? -1 : a.index - b.index))
    .map(({ row }) => row);
  const first = head(context, scheme, past);
  if (first === null) return null;
  const events = past
    .filter((row) => isDated(row))
    .slice(0, SHOWN)
    .map((row) =>
      reason('accreditation.history', {
        scheme: localise(context, scheme.name),
        event: statusWord(row.credential.status, context.lang),
        date: historyDate(row),
        who:
          row.weight.at === undefined
            ? row.weight.ref.source
            : localise(context, row.weight.at.source.descriptor.authority),
      }),
    );
  return {
    status: first.status,
    reasons: [...first.reasons, ...events],
    evidence: past.slice(0, SHOWN).map(({ weight }) => cite(context, weight)),
    due: past.flatMap(({ credential }) => {
      const end = termEndOf(credential, scheme.termYears);
      return end === null ? [] : endDue(end.until);
    }),
  };
};
