import { reason } from '../../../schema/reason.ts';
import { latest } from '../../text/dates.ts';
import { assessEvidence, type EvidenceWeight } from '../evidence/assess-evidence.ts';
import { cite } from '../evidence/cite.ts';
import { type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import type { Service } from '../vocabulary/services.ts';

/**
 * Wholly foreign-owned hospitals may not have haematology departments, organ transplant, assisted reproduction or prenatal
 * diagnosis (work plan of 2024-11-29). A hard conflict when asked; it refutes only on an authority's row that says who owns it.
 */
const GATE = 'foreign-capital';

/** Rows of lists about ownership that were known on the day asked about. */
const rowsOf = (context: GateContext): readonly EvidenceWeight[] =>
  (context.dossier?.evidence ?? [])
    .filter(({ source }) =>
      context.reference.sources.get(source)?.descriptor.gates.some((gate) => gate === GATE),
    )
    .map((ref) => assessEvidence(context, ref))
    .filter(({ covers, date }) => covers || (date !== null && latest(date) <= context.day));

/** The conflict with foreign ownership; null when there is none. */
export const foreignGate = (context: GateContext, asked: Service): Finding | null => {
  if (context.dossier?.traits.foreignCapital !== 'wholly' || asked.barredForWhollyForeign !== true)
    return null;
  const rows = rowsOf(context);
  const service = localise(context, asked.name);
  const deciding = rows.find(({ decides }) => decides);
  if (deciding !== undefined) {
    const at = deciding.at;
    const authority =
      at === undefined ? deciding.ref.source : localise(context, at.source.descriptor.authority);
    return finding(GATE, asked.code, {
      result: 'not-met',
      reasons: [reason('foreign.wholly-owned', { authority, service })],
      evidence: [cite(context, deciding)],
    });
  }
  const told = rows.slice(0, 2);
  if (told.length === 0) return null;
  return finding(GATE, asked.code, {
    reasons: [reason('foreign.reported-wholly-owned', { service, asOf: told[0]?.date ?? null })],
    evidence: told.map((weight) => cite(context, weight)),
  });
};
