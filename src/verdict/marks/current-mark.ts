import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import type { Row } from '../evidence/assess-rows.ts';
import { cite } from '../evidence/cite.ts';
import { type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import type { Scheme } from '../vocabulary/schemes.ts';

/** What a scheme attests, in one sentence. */
export const attestsReason = (context: GateContext, scheme: Scheme): Reason =>
  reason('accreditation.attests', { attests: localise(context, scheme.attests) });

/** True when the mark names a campus and the question names another. */
export const isOtherCampus = (context: GateContext, { credential }: Row): boolean => {
  const { campus } = context.question.institution;
  const text = credential.scope.text ?? credential.scope.address ?? '';
  return campus !== undefined && credential.scope.kind === 'campus' && text !== '' && !text.includes(campus);
};

/** Why a mark covers less than the hospital, or another part of it than the one asked about. */
const scopeOf = (
  context: GateContext,
  scheme: Scheme,
  row: Row,
): Readonly<{ reasons: Reason[]; mismatch: boolean }> => {
  const { scope } = row.credential;
  const text = scope.text ?? scope.address ?? '';
  if (isOtherCampus(context, row))
    return {
      reasons: [
        reason('accreditation.scope-mismatch', {
          scope: text,
          asked: context.question.institution.campus ?? '–',
        }),
      ],
      mismatch: true,
    };
  const part =
    scheme.scope === 'laboratory' || ['campus', 'department', 'laboratory', 'project'].includes(scope.kind);
  const named = text === '' ? (scheme.scope === 'laboratory' ? laboratory[context.lang] : scope.kind) : text;
  return { reasons: part ? [reason('accreditation.scope-only', { scope: named })] : [], mismatch: false };
};

const laboratory = { en: 'the laboratory', zh: '检验科（实验室）' } as const;

/** A mark that the issuer’s register shows as in force: met within its scope, and never for another campus. */
export const currentMark = (context: GateContext, scheme: Scheme, row: Row): Finding => {
  const { validUntil } = row.credential;
  const scope = scopeOf(context, scheme, row);
  const term = validUntil === undefined ? [] : [reason('accreditation.valid-until', { validUntil })];
  return finding('accreditation', scheme.code, {
    result: scope.mismatch ? 'unknown' : 'met',
    status: scope.mismatch ? 'scope-mismatch' : 'current',
    reasons: [
      reason('accreditation.current', { scheme: localise(context, scheme.name), asOf: row.weight.date }),
      ...term,
      ...scope.reasons,
      ...(scheme.presupposes === true
        ? [reason('accreditation.presupposes-another', { scheme: localise(context, scheme.name) })]
        : []),
      attestsReason(context, scheme),
    ],
    evidence: [cite(context, row.weight)],
    caveats: scope.reasons,
  });
};
