import type { EvidenceRef } from '../../../schema/institution.ts';
import { ageNotes } from '../../../schema/lexicon/source-notes.ts';
import { reason } from '../../../schema/reason.ts';
import type { Descriptor } from '../../../schema/source.ts';
import { latest } from '../../text/dates.ts';
import { assessEvidence, type EvidenceWeight } from '../evidence/assess-evidence.ts';
import { credentialStateAt, type Row } from '../evidence/assess-rows.ts';
import { cite } from '../evidence/cite.ts';
import { lastFresh } from '../evidence/edition-at.ts';
import { type Finding, finding, type GateContext, localise } from '../gate-context.ts';

/**
 * What an official list implies where no register row was seen (verdict.md §2: enough for `limited`, never for `confirmed`):
 * a list that takes licensed institutions only, or one row of a list of decisions that records a licence.
 */
const GATE = 'practice-licence';

/** True for Hong Kong, Macau and Taiwan: mainland lists and laws (医疗机构管理条例) say nothing of an institution there. */
export const outsideMainland = ({ dossier }: GateContext): boolean =>
  dossier !== null && dossier.place.region !== 'mainland';

/** Evidence that can imply a licence: disease-control centres file drug trials under a rule of their own. */
const implyingEvidence = (context: GateContext): readonly EvidenceRef[] =>
  context.dossier === null || context.dossier.traits.body === 'disease-control' || outsideMainland(context)
    ? []
    : context.dossier.evidence;

/** Where rows of a list differ, each row says whether it presupposes a licence; a row that does not is never overruled by its list. */
const presupposes = (ref: EvidenceRef, descriptor: Descriptor | undefined): boolean =>
  descriptor?.presupposesLicence === 'by-row'
    ? ref.presupposesLicence === true
    : descriptor?.presupposesLicence === true && ref.presupposesLicence !== false;

/** True unless the row itself states a licence that does not hold on the day: one whose term is over implies nothing. */
const holds = (context: GateContext, ref: EvidenceRef): boolean => {
  const { credentials = [], evidence = [] } = context.dossier ?? {};
  const at = evidence.indexOf(ref);
  const own = credentials.filter(({ code, evidence: rows }) => code === 'licence' && rows.includes(at));
  return own.length === 0 || own.some((credential) => credentialStateAt(credential, context.day) === 'yes');
};

/** A decision ages by its own day, however new the list it can still be found on. */
const aged = (context: GateContext, weight: EvidenceWeight): EvidenceWeight => {
  const { ref, at, eligible } = weight;
  if (at?.source.descriptor.presupposesLicence !== 'by-row' || ref.asOf === null) return weight;
  const lastFreshDay = lastFresh(ref.asOf, at.source.descriptor.freshnessDays);
  const covers = weight.covers && latest(ref.asOf) <= context.day;
  const fresh = covers && (lastFreshDay === null || context.day <= lastFreshDay);
  return {
    ...weight,
    date: ref.asOf,
    lastFreshDay,
    covers,
    fresh,
    eligible: eligible && covers,
    decides: eligible && fresh,
  };
};

/**
 * A list of licensees decides as an extract of the register for a shorter time than it still presupposes a licence, as any other
 * list of licensed institutions does (verdict.md §6).
 */
const asPresupposing = (context: GateContext, weight: EvidenceWeight): EvidenceWeight => {
  const limit = ageNotes.presupposes.days;
  const { date, covers, eligible, at } = weight;
  if (at?.source.descriptor.agesBy !== 'licensees' || date === null || limit === null) return weight;
  const lastFreshDay = lastFresh(date, limit);
  const fresh = covers && lastFreshDay !== null && context.day <= lastFreshDay;
  return { ...weight, limit, lastFreshDay, fresh, decides: eligible && fresh };
};

/** The same for a whole row: the row of a list of decisions ages by its own day. */
export const agedByDecision =
  (context: GateContext) =>
  (row: Row): Row => ({ ...row, weight: aged(context, row.weight) });

/** Rows that only licensed institutions can be on, best first. */
const implying = (context: GateContext): readonly EvidenceWeight[] =>
  implyingEvidence(context)
    .filter((ref) => presupposes(ref, context.reference.sources.get(ref.source)?.descriptor))
    .map((ref) => asPresupposing(context, aged(context, assessEvidence(context, ref))))
    .filter(({ ref, authority, covers }) => authority && covers && holds(context, ref))
    .sort((a, b) => Number(b.decides) - Number(a.decides));

/** A decision that gave a licence after `lost` took it: what was lost may have been given anew. Null when there is none. */
export const laterGrant = (context: GateContext, rows: readonly Row[], lost: Row): Row | null => {
  const grants = rows
    .map(agedByDecision(context))
    .filter(
      ({ credential, weight }) => weight.eligible && credentialStateAt(credential, context.day) === 'yes',
    )
    .filter(
      ({ weight: { ref, at } }) =>
        presupposes(ref, at?.source.descriptor) && at?.source.descriptor.presupposesLicence === 'by-row',
    )
    .filter(({ weight }) => (weight.date ?? '') > (aged(context, lost.weight).date ?? ''));
  return grants[0] ?? null;
};

const nothing = (context: GateContext): Finding => {
  if (outsideMainland(context)) return finding(GATE, null, { reasons: [reason('licence.outside-mainland')] });
  const later = implyingEvidence(context).some(
    (ref) => presupposes(ref, context.reference.sources.get(ref.source)?.descriptor) && holds(context, ref),
  );
  const why = later
    ? reason('licence.no-edition-at-date', { date: context.day })
    : reason('licence.no-register-row');
  return finding(GATE, null, { reasons: [why] });
};

/** What lists imply of the licence; `ask` is set when it was claimed. */
export const impliedLicence = (context: GateContext, ask: string | null): Finding => {
  const best = implying(context)[0];
  if (best?.at === undefined) return { ...nothing(context), ask };
  const { title, presupposesLicence } = best.at.source.descriptor;
  const params = { list: localise(context, title), asOf: best.date };
  const implied =
    presupposesLicence === 'by-row'
      ? reason('licence.implied-by-decision', params)
      : reason('licence.implied-by-official-list', params);
  const code = best.decides
    ? implied
    : reason('licence.list-too-old', { ...params, freshnessDays: best.limit });
  const caveats = best.decides ? [code] : [];
  return finding(GATE, ask, { reasons: [code], evidence: [cite(context, best)], caveats });
};

/** True when a fresh official list implies the licence: enough for `limited`, never for `confirmed`. */
export const impliesLicence = ({ reasons }: Finding): boolean =>
  reasons.some(
    ({ code }) => code === 'licence.implied-by-official-list' || code === 'licence.implied-by-decision',
  );
