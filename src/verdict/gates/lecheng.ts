import { reason } from '../../../schema/reason.ts';
import { rowsOf } from '../evidence/assess-rows.ts';
import { cite, citeEdition } from '../evidence/cite.ts';
import { editionDue } from '../evidence/due-days.ts';
import { historyDate, isHistory } from '../evidence/reported.ts';
import { fromRows } from '../evidence/rows-verdict.ts';
import { completeLists } from '../evidence/sources-for.ts';
import { credentialsOf, type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import type { Service } from '../vocabulary/services.ts';

/**
 * Boao Lecheng 博鳌乐城: a permit per product or project and institution, strong inside the zone, nothing outside it.
 * The list held is partial, so a missing row is unknown; a permit with conditions that has not started is not a yes.
 */
const GATE = 'lecheng';
const codes = {
  yes: 'lecheng.permitted',
  no: 'lecheng.permit-ended',
  stale: 'lecheng.permit-too-old',
  hold: 'lecheng.conditional',
};

const outside = (service: Service): Finding =>
  finding(GATE, service.code, { reasons: [reason('lecheng.outside-zone')] });

const absent = (context: GateContext, service: Service): Finding => {
  const params = { service: localise(context, service.name) };
  const list = completeLists(context, GATE).find(({ state }) => state === 'fresh');
  const evidence = list?.edition == null ? [] : citeEdition(context, list, list.edition);
  const due = list === undefined ? [] : editionDue(list);
  if (list === undefined || evidence.length === 0)
    return finding(GATE, service.code, {
      reasons: [reason('lecheng.no-permit-seen', params), reason('lecheng.in-zone')],
      due,
    });
  return finding(GATE, service.code, {
    result: 'not-met',
    reasons: [
      reason('lecheng.absent', {
        ...params,
        list: localise(context, list.source.descriptor.title),
        asOf: list.date,
      }),
    ],
    evidence,
    due,
  });
};

/** The check of one Lecheng project or of the special import. */
export const lechengGate = (context: GateContext, service: Service): Finding => {
  if (context.dossier === null)
    return finding(GATE, service.code, { reasons: [reason('institution.not-settled')] });
  const name = localise(context, service.name);
  const mine = rowsOf(
    context,
    credentialsOf(context, GATE).filter(({ code }) => code === service.code),
  );
  const found = fromRows(context, service, GATE, mine, codes, { service: name });
  if (found !== null) return found;
  const past = mine.filter((row) => isHistory(context, row)).slice(0, 2);
  if (past.length > 0)
    return finding(GATE, service.code, {
      status: past[0]?.credential.status ?? null,
      reasons: past.map((row) =>
        reason(
          row.credential.status === 'approved-not-started' ? 'lecheng.conditional' : 'lecheng.reported',
          { service: name, asOf: historyDate(row) },
        ),
      ),
      evidence: past.map(({ weight }) => cite(context, weight)),
    });
  return context.dossier.traits.lecheng === true ? absent(context, service) : outside(service);
};
