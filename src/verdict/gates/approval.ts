import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { absence } from '../evidence/absence.ts';
import { assessRows, type Judged, type Row, rowsOf } from '../evidence/assess-rows.ts';
import { cite, citeJudged } from '../evidence/cite.ts';
import { reportedRows } from '../evidence/reported.ts';
import { disagreement } from '../evidence/rows-verdict.ts';
import { askedAddressFirst, scopeReasons } from '../evidence/scope.ts';
import { credentialsOf, type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import type { Service } from '../vocabulary/services.ts';

/**
 * Prior approval: assisted reproduction and sperm banks (人类辅助生殖技术管理办法, 人类精子库管理办法), organ transplant per organ
 * (人体器官捐献和移植条例), prenatal diagnosis (产前诊断技术管理办法). Met by a row of the authority's list for that technique at that
 * address; 试运行 is lawful and shown. Absent from a complete and fresh edition: not met. Older or partial edition: unknown.
 */
const operation = (name: string, row: Row): Readonly<{ reason: Reason; trial: boolean }> => {
  const params = { service: name, asOf: row.weight.date };
  const { status } = row.credential;
  if (status === 'formal') return { reason: reason('approval.formal', params), trial: false };
  if (status === 'trial') return { reason: reason('approval.trial', params), trial: true };
  if (status === 'some-trial') return { reason: reason('approval.some-trial', params), trial: true };
  return { reason: reason('approval.listed', params), trial: false };
};

const extras = (context: GateContext, service: Service): readonly Reason[] => [
  ...(service.gate === 'organ-transplant' ? [reason('transplant.visitor')] : []),
  ...(service.gate === 'assisted-reproduction' && context.dossier?.traits.lecheng === true
    ? [reason('approval.lecheng-gives-no-right')]
    : []),
];

const met = (context: GateContext, service: Service, row: Row): Finding => {
  const said = operation(localise(context, service.name), row);
  const scope = scopeReasons(context, row);
  if (scope.elsewhere !== null)
    return finding(service.gate, service.code, {
      status: row.credential.status,
      reasons: [scope.elsewhere, said.reason, ...extras(context, service)],
      evidence: [cite(context, row.weight)],
    });
  return finding(service.gate, service.code, {
    result: 'met',
    status: row.credential.status,
    reasons: [said.reason, ...scope.reasons, ...extras(context, service)],
    evidence: [cite(context, row.weight)],
    caveats: [...(said.trial ? [said.reason] : []), ...scope.caveats],
  });
};

const notMet = (
  context: GateContext,
  service: Service,
  { verdict, row, other }: Judged & { row: Row },
): Finding => {
  const freshnessDays = row.weight.at?.source.descriptor.freshnessDays ?? null;
  const { status } = row.credential;
  const params = { service: localise(context, service.name), asOf: row.weight.date, status };
  const say = (why: Reason, result: Finding['result'] = 'unknown', opposing: Row | null = null): Finding =>
    finding(service.gate, service.code, {
      result,
      status,
      reasons: [why, ...extras(context, service)],
      evidence: citeJudged(context, { row, other: opposing }),
    });
  if (verdict === 'no' || verdict === 'over') return say(reason('approval.ended', params), 'not-met');
  if (verdict === 'hold') return say(reason('approval.waiting', params));
  if (verdict === 'disagree' && other !== null) return say(disagreement(row, other), 'unknown', other);
  return say(reason('approval.listed-in-old-edition', { ...params, freshnessDays }));
};

/** The check of one technique, organ or bank that needs approval before it is offered. */
export const approvalGate = (context: GateContext, service: Service): Finding => {
  if (context.dossier === null)
    return finding(service.gate, service.code, { reasons: [reason('institution.not-settled')] });
  const all = rowsOf(context, credentialsOf(context, service.gate));
  const mine = askedAddressFirst(
    context,
    all.filter(({ credential }) => credential.code === service.code),
  );
  const judged = assessRows(mine, context.day);
  const { row } = judged;
  if (row === null) {
    const missing = absence(context, service, all);
    const reported = reportedRows(context, mine);
    return {
      ...missing,
      reasons: [...missing.reasons, ...reported.reasons, ...extras(context, service)],
      evidence: [...missing.evidence, ...reported.evidence],
    };
  }
  return judged.verdict === 'yes' ? met(context, service, row) : notMet(context, service, { ...judged, row });
};
