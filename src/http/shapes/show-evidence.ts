import type { Day, Language } from '../../../schema/base.ts';
import type { Dossier, EvidenceRef } from '../../../schema/institution.ts';
import type { Reference } from '../../../schema/reference.ts';
import type { Evidence } from '../../../schema/verdict.ts';
import { assessEvidence } from '../../verdict/evidence/assess-evidence.ts';
import { cite } from '../../verdict/evidence/cite.ts';
import type { GateContext } from '../../verdict/gate-context.ts';
import { currentPolicy } from '../../verdict/policy.ts';

/** A context in which nothing is asked: evidence is assessed as verdicts assess it, so that the two never disagree. */
export const displayContext = (
  reference: Reference,
  day: Day,
  language: Language,
  dossier: Dossier | null = null,
): GateContext => ({
  question: { institution: {}, claims: [], lang: language },
  day,
  lang: language,
  dossier,
  candidates: new Map(),
  reference,
  policy: currentPolicy,
});

type ShownEvidence = Evidence & Pick<EvidenceRef, 'seenFirst' | 'seenLast' | 'current'>;

/** Evidence as answers show it, and between which editions its row was seen. */
export const showEvidence = (context: GateContext, ref: EvidenceRef): ShownEvidence => ({
  ...cite(context, assessEvidence(context, ref)),
  seenFirst: ref.seenFirst,
  seenLast: ref.seenLast,
  current: ref.current,
});
