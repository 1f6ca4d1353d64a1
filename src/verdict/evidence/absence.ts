import type { Dossier } from '../../../schema/institution.ts';
import { reason } from '../../../schema/reason.ts';
import type { Place } from '../../../schema/record.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { type Finding, finding, type GateContext, localise } from '../gate-context.ts';
import { otherSpellings } from '../vocabulary/other-spellings.ts';
import { findService, type Service } from '../vocabulary/services.ts';
import { assessEvidence } from './assess-evidence.ts';
import type { Row } from './assess-rows.ts';
import { cite, citeEdition } from './cite.ts';
import { editionDue } from './due-days.ts';
import type { EditionAt } from './edition-at.ts';
import { completeLists, sourcesFor } from './sources-for.ts';

/** Places that do not contradict each other. */
const samePlace = (a: Place | undefined, b: Place): boolean =>
  a === undefined ||
  ((a.province ?? b.province) === (b.province ?? a.province) && (a.city ?? b.city) === (b.city ?? a.city));

/** Institutions resembling this one that stand on the list: then absence may only be another spelling. */
const similarOnList = (context: GateContext, gate: string, source: string): Dossier | undefined =>
  [...context.candidates.values()].find(
    (candidate) =>
      candidate.id !== context.dossier?.id &&
      samePlace(context.dossier?.place, candidate.place) &&
      candidate.credentials.some(
        (credential) =>
          credential.gate === gate &&
          credential.evidence.some((index) => candidate.evidence[index]?.source === source),
      ),
  );

/** A name that an authority's list carries: without one, the institution may stand on the list under another. */
const officiallyNamed = (context: GateContext): boolean =>
  (context.dossier?.names ?? []).some((name) =>
    name.evidence.some((index) => {
      const ref = context.dossier?.evidence[index];
      return ref !== undefined && assessEvidence(context, ref).authority;
    }),
  );

const listed = (context: GateContext, rows: readonly Row[]): string =>
  [...new Set(rows.map(({ credential }) => credential.code))]
    .map((code) => {
      const service = findService(code);
      return service === undefined ? code : localise(context, service.name);
    })
    .join(context.lang === 'zh' ? '、' : '; ');

/** What it means that a fresh, complete list does not carry the technique. */
const fromFreshList = (
  context: GateContext,
  service: Service,
  at: EditionAt,
  rows: readonly Row[],
): Finding => {
  const name = localise(context, service.name);
  const list = localise(context, at.source.descriptor.title);
  const edition = at.edition;
  const say = (why: Reason, more: Partial<Finding> = {}): Finding =>
    finding(service.gate, service.code, {
      reasons: [why],
      evidence: edition === null ? [] : citeEdition(context, at, edition),
      due: editionDue(at),
      ...more,
    });
  const onIt = rows.filter(({ weight }) => weight.decides && weight.ref.source === at.source.descriptor.id);
  const first = onIt[0];
  if (first !== undefined)
    return say(
      reason('approval.technique-not-listed', {
        service: name,
        asOf: at.date,
        listed: listed(context, onIt),
      }),
      {
        result: 'not-met',
        evidence: [cite(context, first.weight)],
      },
    );
  const similar = similarOnList(context, service.gate, at.source.descriptor.id);
  if (similar !== undefined)
    return say(
      reason('approval.similar-name-listed', { name: similar.title.zh ?? similar.title.en ?? similar.id }),
    );
  const possible = context.dossier?.possiblyListed?.find((one) => one.source === at.source.descriptor.id);
  if (possible !== undefined) return say(reason('approval.similar-name-listed', { name: possible.name }));
  if (!officiallyNamed(context))
    return say(reason('approval.absent-name-not-official', { list, asOf: at.date }));
  const spelling =
    context.dossier === null || context.spellingsSearched ? undefined : otherSpellings(context.dossier)[0];
  if (spelling !== undefined)
    return say(reason('approval.absent-other-spelling', { list, asOf: at.date, spelling }));
  if (edition === null || edition.snapshots.length === 0)
    return say(reason('approval.absent-not-proof', { list, asOf: at.date }));
  return say(reason('approval.absent', { list, asOf: at.date, service: name }), { result: 'not-met' });
};

/**
 * What it means that no row of an authority says yes to this service. Only a complete and fresh list of prior approvals
 * can mean no, only for an institution that an authority's list names, and the whole edition is cited for it.
 */
export const absence = (context: GateContext, service: Service, rows: readonly Row[]): Finding => {
  const name = localise(context, service.name);
  const say = (why: Reason): Finding => finding(service.gate, service.code, { reasons: [why] });
  const lists = service.absence === 'strong' ? completeLists(context, service.gate) : [];
  const fresh = lists.find(({ state }) => state === 'fresh');
  if (fresh !== undefined) {
    const decides =
      fresh.source.descriptor.evidenceKind !== 'primary-register' ||
      fresh.source.descriptor.how !== 'bundled';
    if (decides) return fromFreshList(context, service, fresh, rows);
  }
  const stale = lists.find(({ edition }) => edition !== null);
  if (stale !== undefined) {
    const params = { asOf: stale.date, service: name };
    const evidence = stale.edition === null ? [] : citeEdition(context, stale, stale.edition);
    return { ...say(reason('approval.absent-in-old-edition', params)), evidence };
  }
  const any = lists[0] ?? undefined;
  if (any !== undefined) {
    const list = localise(context, any.source.descriptor.title);
    return say(reason('approval.no-edition-at-date', { list, date: context.day }));
  }
  const partial = sourcesFor(context.reference, service.gate)[0];
  const descriptor = partial === undefined ? undefined : context.reference.sources.get(partial)?.descriptor;
  if (descriptor === undefined || service.absence !== 'strong')
    return say(reason('approval.no-list-held', { service: name }));
  return say(
    reason('approval.absent-not-proof', { list: localise(context, descriptor.title), asOf: descriptor.asOf }),
  );
};
