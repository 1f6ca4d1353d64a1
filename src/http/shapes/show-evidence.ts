import type { Day, Language } from '../../../schema/base.ts';
import type { Dossier, EvidenceRef } from '../../../schema/institution.ts';
import type { Reference } from '../../../schema/reference.ts';
import type { Evidence } from '../../../schema/verdict.ts';
import { weigh } from '../../verdict/evidence/assess-evidence.ts';
import { cite } from '../../verdict/evidence/cite.ts';
import type { Desk } from '../../verdict/gate-context.ts';
import { currentPolicy } from '../../verdict/policy.ts';

/** A desk on which nothing is asked: evidence is weighed as verdicts weigh it, so that the two never disagree. */
export const displayDesk = (
  reference: Reference,
  day: Day,
  language: Language,
  dossier: Dossier | null = null,
): Desk => ({
  question: { institution: {}, claims: [], lang: language },
  day,
  lang: language,
  dossier,
  candidates: new Map(),
  reference,
  policy: currentPolicy,
  due: [],
});

export type ShownEvidence = Evidence & Pick<EvidenceRef, 'seenFirst' | 'seenLast' | 'current'>;

/** Evidence as answers show it, and between which editions its row was seen. */
export const showEvidence = (desk: Desk, ref: EvidenceRef): ShownEvidence => ({
  ...cite(desk, weigh(desk, ref)),
  seenFirst: ref.seenFirst,
  seenLast: ref.seenLast,
  current: ref.current,
});
