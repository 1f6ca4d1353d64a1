import { reason } from '../../../schema/reason.ts';
import { latest } from '../../text/dates.ts';
import { type Standing, weigh } from '../evidence/assess-evidence.ts';
import { cite } from '../evidence/cite.ts';
import { type Desk, type Finding, finding, words } from '../gate-context.ts';
import type { Service } from '../vocabulary/services.ts';

/**
 * Wholly foreign-owned hospitals may not have haematology departments, organ transplant, assisted reproduction or prenatal
 * diagnosis (work plan of 2024-11-29). A hard conflict when asked; it refutes only on an authority's row that says who owns it.
 */
const GATE = 'foreign-capital';

/** Rows of lists about ownership that may be told on the day asked about. */
const rowsOf = (desk: Desk): readonly Standing[] =>
  (desk.dossier?.evidence ?? [])
    .filter(({ source }) =>
      desk.reference.sources.get(source)?.descriptor.gates.some((gate) => gate === GATE),
    )
    .map((ref) => weigh(desk, ref))
    .filter(({ covers, date }) => covers || (date !== null && latest(date) <= desk.day));

/** The conflict with foreign ownership; null when there is none to tell. */
export const foreignGate = (desk: Desk, asked: Service): Finding | null => {
  if (desk.dossier?.traits.foreignCapital !== 'wholly' || asked.barredForWhollyForeign !== true) return null;
  const rows = rowsOf(desk);
  const service = words(desk, asked.name);
  const deciding = rows.find(({ decides }) => decides);
  if (deciding !== undefined) {
    const at = deciding.at;
    const authority = at === undefined ? deciding.ref.source : words(desk, at.source.descriptor.authority);
    return finding(GATE, asked.code, {
      result: 'not-met',
      reasons: [reason('foreign.wholly-owned', { authority, service })],
      evidence: [cite(desk, deciding)],
    });
  }
  const told = rows.slice(0, 2);
  if (told.length === 0) return null;
  return finding(GATE, asked.code, {
    reasons: [reason('foreign.reported-wholly-owned', { service, asOf: told[0]?.date ?? null })],
    evidence: told.map((standing) => cite(desk, standing)),
    limits: true,
  });
};
