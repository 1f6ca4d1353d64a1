import { reason } from '../../../schema/reason.ts';
import type { Reason, ReasonParams } from '../../../schema/verdict.ts';
import { type Finding, finding, type GateContext } from '../gate-context.ts';
import type { Service } from '../vocabulary/services.ts';
import { assessRows, type Row } from './assess-rows.ts';
import { citeJudged } from './cite.ts';
import { scopeReasons } from './scope.ts';

/** Reason codes of one gate for what authorities' rows say. */
type RowCodes = Readonly<{ yes: string; no: string; stale: string; hold: string }>;

/** Which source says yes and which says no. */
export const disagreement = (row: Row, opposing: Row): Reason =>
  reason('evidence.sources-disagree', {
    yes: row.weight.ref.source,
    yesAsOf: row.weight.date,
    no: opposing.weight.ref.source,
    noAsOf: opposing.weight.date,
  });

/** The answer of authorities' rows for a filing or permit; null when no authority has a row on it. */
export const fromRows = (
  context: GateContext,
  service: Service,
  gate: Finding['gate'],
  rows: readonly Row[],
  codes: RowCodes,
  params: ReasonParams,
): Finding | null => {
  const judged = assessRows(rows, context.day);
  const { verdict, row, other } = judged;
  if (row === null) return null;
  const all = { ...params, asOf: row.weight.date };
  const evidence = citeJudged(context, judged);
  const { status } = row.credential;
  const say = (reasons: readonly Reason[], more: Partial<Finding> = {}): Finding =>
    finding(gate, service.code, { status, evidence, reasons, ...more });
  if (verdict === 'yes') {
    const scope = scopeReasons(context, row);
    if (scope.elsewhere !== null) return say([scope.elsewhere, reason(codes.yes, all)]);
    return say([reason(codes.yes, all), ...scope.reasons], { result: 'met', caveats: scope.caveats });
  }
  if (verdict === 'no' || verdict === 'over') return say([reason(codes.no, all)], { result: 'not-met' });
  if (verdict === 'disagree' && other !== null) return say([disagreement(row, other)]);
  return say([reason(verdict === 'hold' ? codes.hold : codes.stale, all)]);
};
