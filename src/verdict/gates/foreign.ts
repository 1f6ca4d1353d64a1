import { reason } from '../../../schema/reason.ts';
import { cite } from '../cite.ts';
import { credentialsOf, type Desk, type Finding, finding, words } from '../desk.ts';
import { judgeRows, rowsOf } from '../judge-rows.ts';
import { historyDate, isHistory } from '../reported.ts';
import type { Service } from '../services.ts';

/**
 * Wholly foreign-owned hospitals may not have haematology departments, organ transplant, assisted reproduction or prenatal
 * diagnosis (work plan of 2024-11-29). A hard conflict when asked; it refutes only on an authority's row that says who owns it.
 */
const GATE = 'foreign-capital';

/** The conflict with foreign ownership; null when there is none to tell. */
export const foreignGate = (desk: Desk, asked: Service): Finding | null => {
  if (desk.dossier === null || asked.barredForWhollyForeign !== true) return null;
  const rows = rowsOf(desk, credentialsOf(desk, GATE)).filter(
    ({ credential }) =>
      credential.code.startsWith('wholly') || desk.dossier?.traits.foreignCapital === 'wholly',
  );
  const service = words(desk, asked.name);
  const { verdict, row } = judgeRows(rows, desk.day);
  if (verdict === 'yes' && row !== null) {
    const at = row.standing.at;
    const authority =
      at === undefined ? row.standing.ref.source : words(desk, at.source.descriptor.authority);
    return finding(GATE, asked.code, {
      result: 'not-met',
      status: row.credential.status,
      reasons: [reason('foreign.wholly-owned', { authority, service })],
      evidence: [cite(desk, row.standing)],
    });
  }
  const told = rows.filter((one) => isHistory(desk, one)).slice(0, 2);
  const first = told[0];
  if (first === undefined && desk.dossier.traits.foreignCapital !== 'wholly') return null;
  return finding(GATE, asked.code, {
    reasons: [
      reason('foreign.reported-wholly-owned', {
        service,
        asOf: first === undefined ? null : historyDate(first),
      }),
    ],
    evidence: told.map(({ standing }) => cite(desk, standing)),
    limits: true,
  });
};
