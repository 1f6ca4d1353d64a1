import { reason } from '../../../schema/reason.ts';
import { type Row, rowsOf } from '../evidence/assess-rows.ts';
import { cite } from '../evidence/cite.ts';
import { lawInForce, referenceFacts } from '../evidence/facts.ts';
import { historyDate, isHistory, reportedRows } from '../evidence/reported.ts';
import { fromRows } from '../evidence/rows-verdict.ts';
import { credentialsOf, type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import type { Service } from '../vocabulary/services.ts';

/**
 * Large medical equipment 大型医用设备 (国卫财务发〔2023〕7号): class A needs a permit of the nation for each device, class B of the
 * province. Permits are notices, never one complete list held here: a row is strong, its absence unknown.
 */
const GATE = 'large-equipment';
const codes = {
  yes: 'equipment.permit',
  no: 'equipment.permit-ended',
  stale: 'equipment.permit-too-old',
  hold: 'equipment.not-started',
};

const notStarted = (context: GateContext, rows: readonly Row[]) =>
  rows
    .filter(
      (row) => ['planned', 'approved-not-started'].includes(row.credential.status) && isHistory(context, row),
    )
    .slice(0, 1)
    .map((row) => reason('equipment.not-started', { asOf: historyDate(row) }));

/** The check of the permit for a class of equipment; a technology may name several devices, any of which will do. */
export const equipmentGate = (context: GateContext, asked: Service): Finding => {
  const service = localise(context, asked.name);
  if (context.dossier === null)
    return finding(GATE, asked.code, { reasons: [reason('institution.not-settled')] });
  const devices = asked.equipment ?? [asked.code];
  const mine = rowsOf(
    context,
    credentialsOf(context, GATE).filter(({ code }) => devices.includes(code)),
  );
  const rule = reason(asked.equipmentClass === 'B' ? 'equipment.class-b' : 'equipment.class-a', { service });
  const law = lawInForce(
    context,
    referenceFacts(context.reference, 'equipment').filter(({ code, detail }) =>
      devices.some((device) => device === code || (detail.services ?? '').split(' ').includes(device)),
    ),
  );
  const lawEvidence = law === undefined ? [] : [cite(context, law.weight)];
  const found = fromRows(context, asked, GATE, mine, codes, { service });
  if (found !== null)
    return { ...found, reasons: [...found.reasons, rule], evidence: [...found.evidence, ...lawEvidence] };
  const reported = reportedRows(context, mine);
  return finding(GATE, asked.code, {
    reasons: [
      reason('equipment.no-permit-list', { service }),
      rule,
      ...reported.reasons,
      ...notStarted(context, mine),
    ],
    evidence: [...reported.evidence, ...lawEvidence],
  });
};
