import { reason } from '../../../schema/reason.ts';
import { rowsOf } from '../evidence/assess-rows.ts';
import { cite } from '../evidence/cite.ts';
import { factsOfService, lawInForce } from '../evidence/facts.ts';
import { reportedRows } from '../evidence/reported.ts';
import { fromRows } from '../evidence/rows-verdict.ts';
import { credentialsOf, type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import type { Service } from '../vocabulary/services.ts';

/**
 * Restricted technologies G01–G12: an after-the-fact filing with the authority that issued the licence, within 15 working
 * days of the first case, 15 more to process (医疗技术临床应用管理办法 2018, art. 9–11). No row is weak: unknown, never no.
 */
const GATE = 'restricted-technology';
const codes = {
  yes: 'restricted.filed',
  no: 'restricted.filing-ended',
  stale: 'restricted.filing-too-old',
  hold: 'restricted.filing-too-old',
};

const onListThen = (service: Service, day: string): boolean => {
  const { inForce } = service;
  if (inForce === undefined) return true;
  return inForce.from <= day && (inForce.until === undefined || day <= inForce.until);
};

/** The check of one restricted technology. `technology` is the one to be filed, `asked` the service the reader named. */
export const restrictedGate = (
  context: GateContext,
  technology: Service,
  asked: Service = technology,
): Finding => {
  const service = localise(context, technology.name);
  if (context.dossier === null)
    return finding(GATE, asked.code, { reasons: [reason('institution.not-settled')] });
  const law = lawInForce(context, factsOfService(context, 'technology', technology));
  if (!onListThen(technology, context.day))
    return finding(GATE, asked.code, {
      reasons: [reason('restricted.not-on-list-then', { service, date: context.day })],
    });
  const catalogue =
    law === undefined
      ? []
      : [reason('restricted.catalogue', { service, validFrom: law.fact.validFrom ?? law.weight.date })];
  const lawEvidence = law === undefined ? [] : [cite(context, law.weight)];
  const mine = rowsOf(
    context,
    credentialsOf(context, GATE).filter(
      ({ code }) => code === technology.code || code === technology.predecessor,
    ),
  );
  const found = fromRows(context, asked, GATE, mine, codes, { service });
  if (found === null) {
    const reported = reportedRows(context, mine);
    return finding(GATE, asked.code, {
      reasons: [reason('restricted.no-filing-seen', { service }), ...catalogue, ...reported.reasons],
      evidence: [...lawEvidence, ...reported.evidence],
    });
  }
  const lead = found.result === 'met' ? [reason('restricted.technical-lead-not-checked')] : [];
  return {
    ...found,
    caveats: [...found.caveats, ...lead],
    reasons: [...found.reasons, ...lead, ...catalogue],
    evidence: [...found.evidence, ...lawEvidence],
  };
};
