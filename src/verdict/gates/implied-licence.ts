import type { EvidenceRef } from '../../../schema/institution.ts';
import { reason } from '../../../schema/reason.ts';
import type { Descriptor } from '../../../schema/source.ts';
import { latest } from '../../text/dates.ts';
import { type Standing, weigh } from '../evidence/assess-evidence.ts';
import { cite } from '../evidence/cite.ts';
import { lastFresh } from '../evidence/edition-at.ts';
import { type Row, signAt } from '../evidence/judge-rows.ts';
import { type Desk, type Finding, finding, words } from '../gate-context.ts';

/**
 * What an official list lends where no register row was seen (verdict.md §2: enough for `limited`, never for `confirmed`):
 * a list that takes licensed institutions only, or one row of a list of decisions that records a licence.
 */
const GATE = 'practice-licence';

/** True for Hong Kong, Macau and Taiwan: mainland lists and laws (医疗机构管理条例) say nothing of an institution there. */
export const outsideMainland = ({ dossier }: Desk): boolean =>
  dossier !== null && dossier.place.region !== 'mainland';

/** Evidence that can imply a licence: disease-control centres file drug trials under a rule of their own. */
const lent = (desk: Desk): readonly EvidenceRef[] =>
  desk.dossier === null || desk.dossier.traits.body === 'disease-control' || outsideMainland(desk)
    ? []
    : desk.dossier.evidence;

/** What is known of the row decides where rows differ; a row that says no is never overruled by its list. */
const presupposes = (ref: EvidenceRef, descriptor: Descriptor | undefined): boolean =>
  descriptor?.presupposesLicence === 'by-row'
    ? ref.presupposesLicence === true
    : descriptor?.presupposesLicence === true && ref.presupposesLicence !== false;

/** True unless the row itself states a licence that does not hold on the day: one whose term is over implies nothing. */
const holds = (desk: Desk, ref: EvidenceRef): boolean => {
  const { credentials = [], evidence = [] } = desk.dossier ?? {};
  const at = evidence.indexOf(ref);
  const own = credentials.filter(({ code, evidence: rows }) => code === 'licence' && rows.includes(at));
  return own.length === 0 || own.some((credential) => signAt(credential, desk.day) === 'yes');
};

/** A decision ages by its own day, however new the list it can still be found on. */
const aged = (desk: Desk, standing: Standing): Standing => {
  const { ref, at, eligible } = standing;
  if (at?.source.descriptor.presupposesLicence !== 'by-row' || ref.asOf === null) return standing;
  const lastFreshDay = lastFresh(ref.asOf, at.source.descriptor.freshnessDays);
  const covers = standing.covers && latest(ref.asOf) <= desk.day;
  const fresh = covers && (lastFreshDay === null || desk.day <= lastFreshDay);
  return {
    ...standing,
    date: ref.asOf,
    lastFreshDay,
    covers,
    fresh,
    eligible: eligible && covers,
    decides: eligible && fresh,
  };
};

/** Rows that only licensed institutions can be on, best first. */
const implying = (desk: Desk): readonly Standing[] =>
  lent(desk)
    .map((ref) => aged(desk, weigh(desk, ref)))
    .filter(
      ({ ref, at, authority, covers }) =>
        authority && covers && presupposes(ref, at?.source.descriptor) && holds(desk, ref),
    )
    .sort((a, b) => Number(b.decides) - Number(a.decides));

/** A decision that gave a licence after `lost` took it: what was lost may have been given anew. Null when there is none. */
export const laterGrant = (desk: Desk, rows: readonly Row[], lost: Row): Row | null => {
  const grants = rows
    .map((row) => ({ ...row, standing: aged(desk, row.standing) }))
    .filter(({ credential, standing }) => standing.eligible && signAt(credential, desk.day) === 'yes')
    .filter(
      ({ standing: { ref, at } }) =>
        presupposes(ref, at?.source.descriptor) && at?.source.descriptor.presupposesLicence === 'by-row',
    )
    .filter(({ standing }) => (standing.date ?? '') > (aged(desk, lost.standing).date ?? ''));
  return grants[0] ?? null;
};

const nothing = (desk: Desk): Finding => {
  if (outsideMainland(desk)) return finding(GATE, null, { reasons: [reason('licence.outside-mainland')] });
  const later = lent(desk).some(
    (ref) => presupposes(ref, desk.reference.sources.get(ref.source)?.descriptor) && holds(desk, ref),
  );
  const why = later
    ? reason('licence.no-edition-at-date', { date: desk.day })
    : reason('licence.no-register-row');
  return finding(GATE, null, { reasons: [why] });
};

/** What lists imply of the licence; `ask` is set when it was claimed. */
export const impliedLicence = (desk: Desk, ask: string | null): Finding => {
  const best = implying(desk)[0];
  if (best?.at === undefined) return { ...nothing(desk), ask };
  const { title, freshnessDays, presupposesLicence } = best.at.source.descriptor;
  const params = { list: words(desk, title), asOf: best.date };
  const implied =
    presupposesLicence === 'by-row'
      ? reason('licence.implied-by-decision', params)
      : reason('licence.implied-by-official-list', params);
  const code = best.decides ? implied : reason('licence.list-too-old', { ...params, freshnessDays });
  return finding(GATE, ask, { reasons: [code], evidence: [cite(desk, best)], limits: true });
};

/** True when a fresh official list implies the licence: enough for `limited`, never for `confirmed`. */
export const impliesLicence = ({ reasons }: Finding): boolean =>
  reasons.some(
    ({ code }) => code === 'licence.implied-by-official-list' || code === 'licence.implied-by-decision',
  );
