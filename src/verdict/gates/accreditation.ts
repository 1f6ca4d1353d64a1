import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { cite, citeEdition } from '../cite.ts';
import { credentialsOf, type Desk, type Finding, finding, words } from '../desk.ts';
import { editionAt } from '../edition-at.ts';
import { exitAt } from '../jci-rule.ts';
import { type Judged, judgeRows, noteTerm, type Row, rowsOf } from '../judge-rows.ts';
import { markHistory } from '../mark-history.ts';
import { isAccreditation, type Scheme } from '../schemes.ts';
import { sameWorld, sourcesFor } from '../sources-for.ts';
import { statusWord } from '../status-words.ts';

/**
 * Accreditation: a private mark with a scope and a term. Only the issuer’s own register decides; press, holders and notices
 * give history and a status, never more than `unknown`. A lapsed or missing mark never lowers a licensed hospital; a mark
 * that the register shows as taken away refutes the claim.
 */
const GATE = 'accreditation';

const attests = (desk: Desk, scheme: Scheme): Reason =>
  reason('accreditation.attests', { attests: words(desk, scheme.attests) });

/** Why a mark covers less than the hospital, or another part of it than the one asked about. */
const scopeOf = (
  desk: Desk,
  scheme: Scheme,
  row: Row,
): Readonly<{ reasons: Reason[]; mismatch: boolean }> => {
  const { scope } = row.credential;
  const text = scope.text ?? scope.address ?? '';
  const { campus } = desk.question.institution;
  if (campus !== undefined && scope.kind === 'campus' && text !== '' && !text.includes(campus))
    return {
      reasons: [reason('accreditation.scope-mismatch', { scope: text, asked: campus })],
      mismatch: true,
    };
  const part =
    scheme.scope === 'laboratory' || ['campus', 'department', 'laboratory', 'project'].includes(scope.kind);
  const named = text === '' ? (scheme.scope === 'laboratory' ? laboratory[desk.lang] : scope.kind) : text;
  return { reasons: part ? [reason('accreditation.scope-only', { scope: named })] : [], mismatch: false };
};

const laboratory = { en: 'the laboratory', zh: '检验科（实验室）' } as const;

const current = (desk: Desk, scheme: Scheme, row: Row): Finding => {
  const { validUntil } = row.credential;
  const scope = scopeOf(desk, scheme, row);
  const term = validUntil === undefined ? [] : [reason('accreditation.valid-until', { validUntil })];
  return finding(GATE, scheme.code, {
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

/** The answer of the issuer’s register; null when it does not speak. */
const fromRegister = (desk: Desk, scheme: Scheme, { verdict, row, other }: Judged): Finding | null => {
  if (row === null) return null;
  noteTerm(desk, row.credential);
  const name = words(desk, scheme.name);
  const { status, validUntil } = row.credential;
  const evidence = [row, ...(other === null ? [] : [other])].map(({ standing }) => cite(desk, standing));
  const base = { evidence, refutes: false };
  if (verdict === 'yes') {
    const printed = validUntil !== undefined && row.credential.termDerived !== true;
    if (exitAt(desk, scheme.code)?.lastTermOver === true && !printed) return null;
    return current(desk, scheme, row);
  }
  if (verdict === 'no') {
    const params = { scheme: name, status: statusWord(status, desk.lang), asOf: row.standing.date };
    const reasons = [reason('accreditation.ended-by-register', params)];
    return finding(GATE, scheme.code, { ...base, result: 'not-met', status, reasons, refutes: true });
  }
  if (verdict === 'over') {
    const reasons = [
      reason('accreditation.lapsed-by-register', { scheme: name, until: validUntil ?? row.standing.date }),
      reason('accreditation.neutral'),
    ];
    return finding(GATE, scheme.code, { ...base, result: 'not-met', status: 'lapsed-by-term', reasons });
  }
  const params = { scheme: name, asOf: row.standing.date };
  const code =
    verdict === 'disagree'
      ? 'accreditation.disagree'
      : verdict === 'hold'
        ? 'accreditation.waiting'
        : 'accreditation.directory-too-old';
  return finding(GATE, scheme.code, {
    ...base,
    status: 'source-unavailable',
    reasons: [reason(code, params)],
  });
};

/** What a directory says by not carrying the institution: only a complete, fresh one says “not found”. */
const fromDirectory = (desk: Desk, scheme: Scheme, registers: readonly Row[]): Finding | null => {
  const name = words(desk, scheme.name);
  const onIt = new Set(
    registers.filter(({ standing }) => standing.covers).map(({ standing }) => standing.ref.source),
  );
  for (const id of sourcesFor(desk.reference, GATE)) {
    if (onIt.has(id)) continue;
    const at = editionAt(desk.reference, id, desk.day);
    const descriptor = at?.source.descriptor;
    if (at === undefined || descriptor?.evidenceKind !== 'primary-register' || descriptor.how === 'bundled')
      continue;
    if (!sameWorld(desk, id) || !id.split('-').includes(scheme.code.split('-')[0] ?? scheme.code)) continue;
    if (at.edition === null)
      return finding(GATE, scheme.code, {
        status: 'source-unavailable',
        reasons: [reason('accreditation.no-edition-at-date', { scheme: name, date: desk.day })],
      });
    const evidence = citeEdition(desk, at, at.edition);
    const base = { evidence, refutes: false };
    if (at.state === 'fresh' && descriptor.completeness === 'complete' && evidence.length > 0)
      return finding(GATE, scheme.code, {
        ...base,
        result: 'not-met',
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

const notAnAccreditation = (desk: Desk, scheme: Scheme, rows: readonly Row[]): Finding => {
  const history = markHistory(desk, scheme, rows);
  return finding(GATE, scheme.code, {
    status: 'not-an-accreditation',
    reasons: [
      reason('accreditation.not-an-accreditation', {
        scheme: words(desk, scheme.name),
        attests: words(desk, scheme.attests),
      }),
      ...(history?.reasons ?? []),
    ],
    evidence: history?.evidence ?? [],
    refutes: false,
  });
};

/** The check of one claimed mark. */
export const accreditationGate = (desk: Desk, scheme: Scheme): Finding => {
  const rows =
    desk.dossier === null
      ? []
      : rowsOf(
          desk,
          credentialsOf(desk, GATE).filter(({ code }) => code === scheme.code),
        );
  if (!isAccreditation(scheme)) return notAnAccreditation(desk, scheme, rows);
  if (desk.dossier === null)
    return finding(GATE, scheme.code, { reasons: [reason('institution.not-settled')] });
  const registers = rows.filter(({ standing }) => standing.ref.kind === 'primary-register');
  const decided = fromRegister(desk, scheme, judgeRows(registers, desk.day));
  const exit = exitAt(desk, scheme.code);
  const closed =
    exit === null
      ? []
      : [
          reason('accreditation.scheme-closed-here', {
            issuer: words(desk, scheme.issuer),
            closed: exit.closed.slice(0, 7),
          }),
        ];
  if (decided !== null)
    return decided.result === 'met' ? decided : { ...decided, reasons: [...decided.reasons, ...closed] };
  const history = markHistory(desk, scheme, rows);
  const directory = fromDirectory(desk, scheme, registers);
  const lastWord = directory?.result === 'not-met' ? directory : null;
  const status =
    lastWord?.status ??
    (exit?.lastTermOver === true && history?.status === 'claim-only'
      ? 'scheme-closed-here'
      : history?.status) ??
    (exit === null ? (directory?.status ?? 'source-unavailable') : 'scheme-closed-here');
  const nothing = [reason('accreditation.no-evidence', { scheme: words(desk, scheme.name) })];
  return finding(GATE, scheme.code, {
    result: lastWord === null ? 'unknown' : 'not-met',
    status,
    reasons: [
      ...(history?.reasons ?? (directory === null ? nothing : [])),
      ...(directory?.reasons ?? []),
      ...closed,
      ...(directory === null ? [reason('accreditation.neutral')] : []),
      attests(desk, scheme),
    ],
    evidence: [...(directory?.evidence ?? []), ...(history?.evidence ?? [])],
    refutes: false,
  });
};
