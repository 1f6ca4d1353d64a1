import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { cite } from '../evidence/cite.ts';
import type { Row } from '../evidence/judge-rows.ts';
import { type Desk, type Finding, finding, words } from '../gate-context.ts';
import type { Scheme } from '../vocabulary/schemes.ts';

/** What a scheme attests, in one sentence. */
export const attests = (desk: Desk, scheme: Scheme): Reason =>
  reason('accreditation.attests', { attests: words(desk, scheme.attests) });

/** True when the mark names a campus and the question names another. */
export const otherCampus = (desk: Desk, { credential }: Row): boolean => {
  const { campus } = desk.question.institution;
  const text = credential.scope.text ?? credential.scope.address ?? '';
  return campus !== undefined && credential.scope.kind === 'campus' && text !== '' && !text.includes(campus);
};

/** Why a mark covers less than the hospital, or another part of it than the one asked about. */
const scopeOf = (
  desk: Desk,
  scheme: Scheme,
  row: Row,
): Readonly<{ reasons: Reason[]; mismatch: boolean }> => {
  const { scope } = row.credential;
  const text = scope.text ?? scope.address ?? '';
  if (otherCampus(desk, row))
    return {
      reasons: [
        reason('accreditation.scope-mismatch', {
          scope: text,
          asked: desk.question.institution.campus ?? '–',
        }),
      ],
      mismatch: true,
    };
  const part =
    scheme.scope === 'laboratory' || ['campus', 'department', 'laboratory', 'project'].includes(scope.kind);
  const named = text === '' ? (scheme.scope === 'laboratory' ? laboratory[desk.lang] : scope.kind) : text;
  return { reasons: part ? [reason('accreditation.scope-only', { scope: named })] : [], mismatch: false };
};

const laboratory = { en: 'the laboratory', zh: '检验科（实验室）' } as const;

/** A mark that the issuer’s register shows as in force: met within its scope, and never for another campus. */
export const currentMark = (desk: Desk, scheme: Scheme, row: Row): Finding => {
  const { validUntil } = row.credential;
  const scope = scopeOf(desk, scheme, row);
  const term = validUntil === undefined ? [] : [reason('accreditation.valid-until', { validUntil })];
  return finding('accreditation', scheme.code, {
    result: scope.mismatch ? 'unknown' : 'met',
    status: scope.mismatch ? 'scope-mismatch' : 'current',
    reasons: [
      reason('accreditation.current', { scheme: words(desk, scheme.name), asOf: row.standing.date }),
      ...term,
      ...scope.reasons,
      ...(scheme.presupposes === true
        ? [reason('accreditation.presupposes-another', { scheme: words(desk, scheme.name) })]
        : []),
      attests(desk, scheme),
    ],
    evidence: [cite(desk, row.standing)],
    limits: scope.reasons.length > 0,
  });
};
