import { reason } from '../../../schema/reason.ts';
import type { Row } from '../evidence/assess-rows.ts';
import { citeEdition } from '../evidence/cite.ts';
import { editionDue } from '../evidence/due-days.ts';
import { editionAt } from '../evidence/edition-at.ts';
import { sameTestStatus, sourcesFor } from '../evidence/sources-for.ts';
import { type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import type { Scheme } from '../vocabulary/schemes.ts';

const GATE = 'accreditation';

/** What it means that an issuer’s directory does not carry the institution: only a complete, fresh one gives “not found”. */
export const fromDirectory = (
  context: GateContext,
  scheme: Scheme,
  registers: readonly Row[],
): Finding | null => {
  const name = localise(context, scheme.name);
  const onIt = new Set(
    registers.filter(({ weight }) => weight.covers).map(({ weight }) => weight.ref.source),
  );
  for (const id of sourcesFor(context.reference, GATE)) {
    if (onIt.has(id)) continue;
    const at = editionAt(context.reference, id, context.day);
    const descriptor = at?.source.descriptor;
    if (at === undefined || descriptor?.evidenceKind !== 'primary-register' || descriptor.how === 'bundled')
      continue;
    if (!sameTestStatus(context, id) || !id.split('-').includes(scheme.code.split('-')[0] ?? scheme.code))
      continue;
    if (at.edition === null)
      return finding(GATE, scheme.code, {
        status: 'source-unavailable',
        reasons: [
          reason('accreditation.no-edition-at-date', { scheme: name, date: context.day }),
          reason('accreditation.neutral'),
        ],
      });
    const evidence = citeEdition(context, at, at.edition);
    const base = { evidence, due: editionDue(at) };
    if (at.state === 'fresh' && descriptor.completeness === 'complete' && evidence.length > 0)
      return finding(GATE, scheme.code, {
        ...base,
        status: 'not-found',
        reasons: [
          reason('accreditation.not-found', { scheme: name, asOf: at.date }),
          reason('accreditation.neutral'),
        ],
      });
    const reasons = [reason('accreditation.directory-too-old', { scheme: name, asOf: at.date })];
    return finding(GATE, scheme.code, { ...base, status: 'source-unavailable', reasons });
  }
  return null;
};
