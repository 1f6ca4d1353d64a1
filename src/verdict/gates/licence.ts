import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { namesCampus } from '../../names/campus-named.ts';
import { assessRows, type Judged, type Row, rowsOf } from '../evidence/assess-rows.ts';
import { citeJudged } from '../evidence/cite.ts';
import { credentialsOf, type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import { agedByDecision, impliedLicence, impliesLicence, laterGrant } from './implied-licence.ts';

/**
 * Practice licence 医疗机构执业许可证 (医疗机构管理条例). Met only by a fresh row of a primary register, or of the list that the
 * licensing authority publishes of its licensees (an extract of its register), inside its term
 * with its periodic review not deferred. No single list is complete, military hospitals are on none, and filed clinics
 * may lawfully have none: absence is unknown. An official list that takes licensed institutions only implies a licence.
 */
const GATE = 'practice-licence';

const authorityOf = (context: GateContext, { weight }: Row): string =>
  weight.at === undefined ? weight.ref.source : localise(context, weight.at.source.descriptor.authority);

const about = (context: GateContext, row: Row) => ({
  authority: authorityOf(context, row),
  asOf: row.weight.date,
});

const ended: Readonly<Record<string, string>> = {
  revoked: 'licence.revoked',
  cancelled: 'licence.cancelled',
  suspended: 'licence.suspended',
  withdrawn: 'licence.withdrawn',
};

const expired = (context: GateContext, row: Row): Reason => {
  const { validUntil } = row.credential;
  return validUntil === undefined
    ? reason('licence.expired-no-date', about(context, row))
    : reason('licence.expired', { validUntil, authority: authorityOf(context, row) });
};

/** In what words a register says yes: as a register, as the authority's list of its licensees, or as one decision of it. */
const held = (context: GateContext, row: Row): Reason => {
  const descriptor = row.weight.at?.source.descriptor;
  const { issuer } = row.credential;
  if (descriptor?.presupposesLicence === 'by-row')
    return reason('licence.granted-by-decision', about(context, row));
  if (descriptor?.presupposesLicence !== true) return reason('licence.current', about(context, row));
  return issuer === undefined || issuer === descriptor.authority.zh
    ? reason('licence.registered-by-list', about(context, row))
    : reason('licence.registered-by-list-of', { ...about(context, row), issuer });
};

/** The answer of registers, when they give one. */
const fromRegister = (context: GateContext, ask: string | null, judged: Judged): Finding | null => {
  const { verdict, row, other } = judged;
  if (row === null) return null;
  const evidence = citeJudged(context, judged);
  const { status, validUntil } = row.credential;
  const say = (reasons: readonly Reason[], more: Partial<Finding> = {}): Finding =>
    finding(GATE, ask, { status, evidence, reasons, ...more });
  if (verdict === 'yes') {
    const term = validUntil === undefined ? [] : [reason('licence.valid-until', { validUntil })];
    return say([held(context, row), ...term], { result: 'met' });
  }
  if (verdict === 'no')
    return say([reason(ended[status] ?? 'licence.expired-no-date', about(context, row))], {
      result: 'not-met',
    });
  if (verdict === 'over') return say([expired(context, row)], { result: 'not-met', status: 'expired' });
  if (verdict === 'hold')
    return say([
      status === 'deferred'
        ? reason('licence.review-deferred', about(context, row))
        : reason('licence.term-unclear'),
    ]);
  if (verdict === 'disagree' && other !== null)
    return say([
      reason('evidence.sources-disagree', {
        yes: authorityOf(context, row),
        yesAsOf: row.weight.date,
        no: authorityOf(context, other),
        noAsOf: other.weight.date,
      }),
    ]);
  const freshnessDays = row.weight.at?.source.descriptor.freshnessDays ?? null;
  return say([reason('licence.register-too-old', { ...about(context, row), freshnessDays })]);
};

/** 暂缓校验 (医疗机构校验管理办法): the review is deferred, until a later row of an authority lets the licence stand again. */
const isWaiting = (row: Row, rows: readonly Row[]): boolean =>
  row.credential.status === 'deferred' &&
  !rows.some(
    ({ credential, weight }) =>
      (credential.status === 'active' || credential.status === 'listed') &&
      weight.authority &&
      weight.covers &&
      (weight.date ?? '') > (row.weight.date ?? ''),
  );

/** The check of the practice licence. `ask` is set when it was claimed. A licence speaks of the addresses on it, never of a part that no record names. */
export const licenceGate = (context: GateContext, ask: string | null): Finding => {
  const found = ofInstitution(context, ask);
  const { campus } = context.question.institution;
  const { dossier } = context;
  if (campus === undefined || dossier === null || found.result === 'not-met') return found;
  if (namesCampus(campus, dossier)) return found;
  const { caveats: _, ...rest } = found;
  const reasons = [reason('licence.campus-not-on-record', { campus })];
  return finding(GATE, ask, { ...rest, result: 'unknown', reasons });
};

/** The licence of the institution as a whole. */
const ofInstitution = (context: GateContext, ask: string | null): Finding => {
  if (context.dossier === null) return finding(GATE, ask, { reasons: [reason('institution.not-settled')] });
  const rows = rowsOf(
    context,
    credentialsOf(context, GATE).filter(({ code }) => code === 'licence'),
  );
  const registers = rows.map(agedByDecision(context)).filter((row) => {
    const speaksNo = row.credential.status in ended || isWaiting(row, rows);
    const { kind } = row.weight.ref;
    return kind === 'primary-register' || (speaksNo && kind === 'official-list');
  });
  const judged = assessRows(registers, context.day);
  const grant = judged.verdict === 'no' && judged.row !== null ? laterGrant(context, rows, judged.row) : null;
  const said: Judged = grant === null ? judged : { verdict: 'disagree', row: grant, other: judged.row };
  const register = fromRegister(context, ask, said);
  if (register === null || said.verdict !== 'stale') return register ?? impliedLicence(context, ask);
  // A register row that is too old to decide may still stand beside a list that implies the licence.
  const implied = impliedLicence(context, ask);
  return impliesLicence(implied) ? { ...implied, due: [...implied.due, ...register.due] } : register;
};
