import { reason } from '../../../schema/reason.ts';
import { cite } from '../evidence/cite.ts';
import { factsOfService, lawInForce } from '../evidence/facts.ts';
import { type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import type { Service } from '../vocabulary/services.ts';

/**
 * Prohibited technologies (医疗技术临床应用管理办法 2018, art. 9; notice of 2015; 人类辅助生殖技术管理办法 art. 3). Nobody may offer them,
 * so the check is `not-met` whoever is asked about, even when identity is not settled; but only on a text of law that is
 * held, and not for an institution outside the mainland.
 */
export const prohibitedGate = (context: GateContext, asked: Service): Finding => {
  const service = localise(context, asked.name);
  const region = context.dossier?.place.region ?? 'mainland';
  if (region !== 'mainland')
    return finding('prohibited-technology', asked.code, { reasons: [reason('prohibited.outside-mainland')] });
  const law = lawInForce(context, factsOfService(context, 'prohibition', asked));
  if (law === undefined)
    return finding('prohibited-technology', asked.code, {
      reasons: [reason('prohibited.no-law-text-held', { service })],
    });
  return finding('prohibited-technology', asked.code, {
    result: 'not-met',
    status: 'prohibited',
    reasons: [reason('prohibited.by-law', { service, basis: localise(context, asked.basis) })],
    evidence: [cite(context, law.weight)],
  });
};
