import type { EvidenceRef } from '../../../schema/institution.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { cite } from '../cite.ts';
import { credentialsOf, type Desk, type Finding, finding, words } from '../desk.ts';
import { type Judged, judgeRows, noteTerm, type Row, rowsOf } from '../judge-rows.ts';
import { type Standing, weigh } from '../weigh.ts';

/**
 * Practice licence 医疗机构执业许可证 (医疗机构管理条例). Met only by a fresh row of a primary register inside its term
 * with its periodic review not deferred. No single list is complete, military hospitals are on none, and filed clinics
 * may lawfully have none: absence is unknown. An official list that takes licensed institutions only implies a licence.
 */
const GATE = 'practice-licence';

const authorityOf = (desk: Desk, { standing }: Row): string =>
  standing.at === undefined ? standing.ref.source : words(desk, standing.at.source.descriptor.authority);

const about = (desk: Desk, row: Row) => ({ authority: authorityOf(desk, row), asOf: row.standing.date });

const ended: Readonly<Record<string, string>> = {
  revoked: 'licence.revoked',
  cancelled: 'licence.cancelled',
  suspended: 'licence.suspended',
  withdrawn: 'licence.withdrawn',
};

const expired = (desk: Desk, row: Row): Reason => {
  const { validUntil } = row.credential;
  return validUntil === undefined
    ? reason('licence.expired-no-date', about(desk, row))
    : reason('licence.expired', { validUntil, authority: authorityOf(desk, row) });
};

/** The answer of registers, when they give one. */
const fromRegister = (desk: Desk, ask: string | null, { verdict, row, other }: Judged): Finding | null => {
  if (row === null) return null;
  noteTerm(desk, row.credential);
  const evidence = [row, ...(other === null ? [] : [other])].map(({ standing }) => cite(desk, standing));
  const { status, validUntil } = row.credential;
  const say = (reasons: readonly Reason[], more: Partial<Finding> = {}): Finding =>
    finding(GATE, ask, { status, evidence, reasons, ...more });
  if (verdict === 'yes') {
    const term = validUntil === undefined ? [] : [reason('licence.valid-until', { validUntil })];
    return say([reason('licence.current', about(desk, row)), ...term], { result: 'met' });
  }
  if (verdict === 'no')
    return say([reason(ended[status] ?? 'licence.expired-no-date', about(desk, row))], { result: 'not-met' });
  if (verdict === 'over') return say([expired(desk, row)], { result: 'not-met', status: 'expired' });
  if (verdict === 'hold')
    return say([
      status === 'deferred'
        ? reason('licence.review-deferred', about(desk, row))
        : reason('licence.term-unclear'),
    ]);
  if (verdict === 'disagree' && other !== null)
    return say([
      reason('evidence.sources-disagree', {
        yes: authorityOf(desk, row),
        yesAsOf: row.standing.date,
        no: authorityOf(desk, other),
        noAsOf: other.standing.date,
      }),
    ]);
  const freshnessDays = row.standing.at?.source.descriptor.freshnessDays ?? null;
  return say([reason('licence.register-too-old', { ...about(desk, row), freshnessDays })]);
};

/** 医疗机构管理条例 is law of the mainland: a mainland list implies no licence elsewhere. */
/** True for Hong Kong, Macau and Taiwan: mainland lists and laws say nothing of an institution there. */
export const outsideMainland = ({ dossier }: Desk): boolean =>
  dossier !== null && dossier.place.region !== 'mainland';

/** Evidence that can imply a licence: disease-control centres file drug trials under a rule of their own. */
const lent = (desk: Desk): readonly EvidenceRef[] =>
  desk.dossier === null || desk.dossier.traits.body === 'disease-control' || outsideMainland(desk)
    ? []
    : desk.dossier.evidence;

/** Rows of official lists that only licensed institutions can be on, best first. */
const implying = (desk: Desk): readonly Standing[] =>
  lent(desk)
    .map((ref) => weigh(desk, ref))
    .filter(
      ({ at, authority, covers }) => authority && covers && at?.source.descriptor.presupposesLicence === true,
    )
    .sort((a, b) => Number(b.decides) - Number(a.decides));

const fromLists = (desk: Desk, ask: string | null): Finding => {
  const best = implying(desk)[0];
  if (best?.at === undefined) {
    if (outsideMainland(desk)) return finding(GATE, ask, { reasons: [reason('licence.outside-mainland')] });
    const later = lent(desk).some(
      ({ source }) => desk.reference.sources.get(source)?.descriptor.presupposesLicence === true,
    );
    const why = later
      ? reason('licence.no-edition-at-date', { date: desk.day })
      : reason('licence.no-register-row');
    return finding(GATE, ask, { reasons: [why] });
  }
  const { title, freshnessDays } = best.at.source.descriptor;
  const params = { list: words(desk, title), asOf: best.date };
  const code = best.decides
    ? reason('licence.implied-by-official-list', params)
    : reason('licence.list-too-old', { ...params, freshnessDays });
  return finding(GATE, ask, { reasons: [code], evidence: [cite(desk, best)], limits: true });
};

/** True when a fresh official list implies the licence: enough for `limited`, never for `confirmed`. */
export const impliesLicence = ({ reasons }: Finding): boolean =>
  reasons.some(({ code }) => code === 'licence.implied-by-official-list');

/** 暂缓校验 (医疗机构校验管理办法): the review is deferred, until a later row of an authority lets the licence stand again. */
const isWaiting = (row: Row, rows: readonly Row[]): boolean =>
  row.credential.status === 'deferred' &&
  !rows.some(
    ({ credential, standing }) =>
      (credential.status === 'active' || credential.status === 'listed') &&
      standing.authority &&
      standing.covers &&
      (standing.date ?? '') > (row.standing.date ?? ''),
  );

/** The check of the practice licence. `ask` is set when it was claimed. */
export const licenceGate = (desk: Desk, ask: string | null): Finding => {
  if (desk.dossier === null) return finding(GATE, ask, { reasons: [reason('institution.not-settled')] });
  const rows = rowsOf(
    desk,
    credentialsOf(desk, GATE).filter(({ code }) => code === 'licence'),
  );
  const registers = rows.filter((row) => {
    const speaksNo = row.credential.status in ended || isWaiting(row, rows);
    const { kind } = row.standing.ref;
    return kind === 'primary-register' || (speaksNo && kind === 'official-list');
  });
  return fromRegister(desk, ask, judgeRows(registers, desk.day)) ?? fromLists(desk, ask);
};
