import type { Day } from '../../../schema/base.ts';
import { reason } from '../../../schema/reason.ts';
import { assessRows, type Judged, type Row, rowsOf } from '../evidence/assess-rows.ts';
import { citeJudged } from '../evidence/cite.ts';
import { evidenceDue } from '../evidence/due-days.ts';
import { credentialsOf, type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import { attestsReason, currentMark, isOtherCampus } from '../marks/current-mark.ts';
import { schemeExitAt, schemeExitDue } from '../marks/jci-rule.ts';
import { fromDirectory } from '../marks/mark-directory.ts';
import { markHistory } from '../marks/mark-history.ts';
import { statusWord } from '../marks/status-words.ts';
import { isAccreditation, type Scheme } from '../vocabulary/schemes.ts';

/**
 * Accreditation: a private mark with a scope and a term. Only the issuer’s own register decides; press, holders and notices
 * give history and a status, never more than `unknown`. A mark that the register shows as over or taken away refutes the claim
 * of it; one that no register holds is unknown. The licence has a line of its own, which no mark touches.
 */
const GATE = 'accreditation';

/** What the issuer’s register says of the mark; null when none of its rows decides. */
const fromRegister = (context: GateContext, scheme: Scheme, judged: Judged): Finding | null => {
  const { verdict, row } = judged;
  if (row === null) return null;
  const name = localise(context, scheme.name);
  const { status, validUntil } = row.credential;
  const base = { evidence: citeJudged(context, judged) };
  if (verdict === 'yes') {
    const printed = validUntil !== undefined && row.credential.termDerived !== true;
    if (schemeExitAt(context, scheme.code)?.lastTermOver === true && !printed) return null;
    return currentMark(context, scheme, row);
  }
  if (verdict === 'no') {
    const params = { scheme: name, status: statusWord(status, context.lang), asOf: row.weight.date };
    const reasons = [reason('accreditation.ended-by-register', params)];
    return finding(GATE, scheme.code, { ...base, result: 'not-met', status, reasons });
  }
  if (verdict === 'over') {
    const reasons = [
      reason('accreditation.lapsed-by-register', { scheme: name, until: validUntil ?? row.weight.date }),
      reason('accreditation.neutral'),
    ];
    return finding(GATE, scheme.code, { ...base, result: 'not-met', status: 'lapsed-by-term', reasons });
  }
  const params = { scheme: name, asOf: row.weight.date };
  const code =
    verdict === 'disagree'
      ? 'accreditation.disagree'
      : verdict === 'hold'
        ? 'accreditation.waiting'
        : 'accreditation.directory-too-old';
  return finding(GATE, scheme.code, {
    ...base,
    status: 'source-unavailable',
    reasons: [reason(code, params)],
  });
};

const notAnAccreditation = (context: GateContext, scheme: Scheme, rows: readonly Row[]): Finding => {
  const history = markHistory(context, scheme, rows);
  return finding(GATE, scheme.code, {
    status: 'not-an-accreditation',
    reasons: [
      reason('accreditation.not-an-accreditation', {
        scheme: localise(context, scheme.name),
        attests: localise(context, scheme.attests),
      }),
      ...(history?.reasons ?? []),
    ],
    evidence: history?.evidence ?? [],
    due: history?.due ?? [],
  });
};

/** Rows that do not name another campus than the one asked about; all rows when each of them does. */
const rightCampus = (context: GateContext, rows: readonly Row[]): readonly Row[] => {
  const fitting = rows.filter((row) => !isOtherCampus(context, row));
  return fitting.length > 0 ? fitting : rows;
};

/** Days on which the register, or the scheme's leaving the region, may change the answer, shown or not. */
const registerDue = (context: GateContext, scheme: Scheme, judged: Judged): readonly Day[] => [
  ...schemeExitDue(context, scheme.code),
  ...citeJudged(context, judged).flatMap(evidenceDue),
];

/** The check of one claimed mark. */
export const accreditationGate = (context: GateContext, scheme: Scheme): Finding => {
  const rows =
    context.dossier === null
      ? []
      : rowsOf(
          context,
          credentialsOf(context, GATE).filter(({ code }) => code === scheme.code),
        );
  if (!isAccreditation(scheme)) return notAnAccreditation(context, scheme, rows);
  if (context.dossier === null)
    return finding(GATE, scheme.code, { reasons: [reason('institution.not-settled')] });
  const registers = rightCampus(
    context,
    rows.filter(({ weight }) => weight.ref.kind === 'primary-register'),
  );
  const judged = assessRows(registers, context.day);
  const decided = fromRegister(context, scheme, judged);
  const due = registerDue(context, scheme, judged);
  const exit = schemeExitAt(context, scheme.code);
  const closed =
    exit === null
      ? []
      : [
          reason('accreditation.scheme-closed-here', {
            issuer: localise(context, scheme.issuer),
            closed: exit.closed.slice(0, 7),
          }),
        ];
  if (decided?.result === 'met') return { ...decided, due };
  if (decided !== null) return { ...decided, due, reasons: [...decided.reasons, ...closed] };
  const history = markHistory(context, scheme, rows);
  const directory = fromDirectory(context, scheme, registers);
  const missing = directory?.status === 'not-found' ? directory.status : undefined;
  const status =
    missing ??
    (exit?.lastTermOver === true && history?.status === 'claim-only'
      ? 'scheme-closed-here'
      : history?.status) ??
    (exit === null ? (directory?.status ?? 'source-unavailable') : 'scheme-closed-here');
  const nothing = [reason('accreditation.no-evidence', { scheme: localise(context, scheme.name) })];
  return finding(GATE, scheme.code, {
    status,
    reasons: [
      ...(history?.reasons ?? (directory === null ? nothing : [])),
      ...(directory?.reasons ?? []),
      ...closed,
      ...(directory === null ? [reason('accreditation.neutral')] : []),
      attestsReason(context, scheme),
    ],
    evidence: [...(directory?.evidence ?? []), ...(history?.evidence ?? [])],
    due: [...due, ...(directory?.due ?? []), ...(history?.due ?? [])],
  });
};
