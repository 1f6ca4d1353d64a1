import type { Dossier } from '../../../schema/institution.ts';
import { reason } from '../../../schema/reason.ts';
import type { Place } from '../../../schema/record.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { type Desk, type Finding, finding, words } from '../gate-context.ts';
import { otherSpellings } from '../vocabulary/other-spellings.ts';
import { findService, type Service } from '../vocabulary/services.ts';
import { weigh } from './assess-evidence.ts';
import { cite, citeEdition } from './cite.ts';
import type { EditionAt } from './edition-at.ts';
import type { Row } from './judge-rows.ts';
import { completeLists, sourcesFor } from './sources-for.ts';

/** Places that do not contradict each other. */
const samePlace = (a: Place | undefined, b: Place): boolean =>
  a === undefined ||
  ((a.province ?? b.province) === (b.province ?? a.province) && (a.city ?? b.city) === (b.city ?? a.city));

/** Institutions resembling this one that stand on the list: then absence may only be another spelling. */
const similarOnList = (desk: Desk, gate: string, source: string): Dossier | undefined =>
  [...desk.candidates.values()].find(
    (candidate) =>
      candidate.id !== desk.dossier?.id &&
      samePlace(desk.dossier?.place, candidate.place) &&
      candidate.credentials.some(
        (credential) =>
          credential.gate === gate &&
          credential.evidence.some((index) => candidate.evidence[index]?.source === source),
      ),
  );

/** A name that an authority's list carries: without one, the institution may stand on the list under another. */
const officiallyNamed = (desk: Desk): boolean =>
  (desk.dossier?.names ?? []).some((name) =>
    name.evidence.some((index) => {
      const ref = desk.dossier?.evidence[index];
      return ref !== undefined && weigh(desk, ref).authority;
    }),
  );

const listed = (desk: Desk, rows: readonly Row[]): string =>
  [...new Set(rows.map(({ credential }) => credential.code))]
    .map((code) => {
      const service = findService(code);
      return service === undefined ? code : words(desk, service.name);
    })
    .join(desk.lang === 'zh' ? '、' : '; ');

/** What a fresh, complete list says by not carrying the technique. */
const fromFreshList = (desk: Desk, service: Service, at: EditionAt, rows: readonly Row[]): Finding => {
  const name = words(desk, service.name);
  const list = words(desk, at.source.descriptor.title);
  const edition = at.edition;
  const say = (why: Reason, more: Partial<Finding> = {}): Finding =>
    finding(service.gate, service.code, {
      reasons: [why],
      evidence: edition === null ? [] : citeEdition(desk, at, edition),
      ...more,
    });
  const onIt = rows.filter(
    ({ standing }) => standing.decides && standing.ref.source === at.source.descriptor.id,
  );
  const first = onIt[0];
  if (first !== undefined)
    return say(
      reason('approval.technique-not-listed', { service: name, asOf: at.date, listed: listed(desk, onIt) }),
      {
        result: 'not-met',
        evidence: [cite(desk, first.standing)],
      },
    );
  const similar = similarOnList(desk, service.gate, at.source.descriptor.id);
  if (similar !== undefined)
    return say(
      reason('approval.similar-name-listed', { name: similar.title.zh ?? similar.title.en ?? similar.id }),
    );
  if (!officiallyNamed(desk))
    return say(reason('approval.absent-name-not-official', { list, asOf: at.date }));
  const spelling =
    desk.dossier === null || desk.spellingsSearched ? undefined : otherSpellings(desk.dossier)[0];
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
export const absence = (desk: Desk, service: Service, rows: readonly Row[]): Finding => {
  const name = words(desk, service.name);
  const say = (why: Reason): Finding => finding(service.gate, service.code, { reasons: [why] });
  const lists = service.absence === 'strong' ? completeLists(desk, service.gate) : [];
  const fresh = lists.find(({ state }) => state === 'fresh');
  if (fresh !== undefined) {
    const decides =
      fresh.source.descriptor.evidenceKind !== 'primary-register' ||
      fresh.source.descriptor.how !== 'bundled';
    if (decides) return fromFreshList(desk, service, fresh, rows);
  }
  const stale = lists.find(({ edition }) => edition !== null);
  if (stale !== undefined) {
    const params = { asOf: stale.date, service: name };
    const evidence = stale.edition === null ? [] : citeEdition(desk, stale, stale.edition);
    return { ...say(reason('approval.absent-in-old-edition', params)), evidence };
  }
  const any = lists[0] ?? undefined;
  if (any !== undefined) {
    const list = words(desk, any.source.descriptor.title);
    return say(reason('approval.no-edition-at-date', { list, date: desk.day }));
  }
  const partial = sourcesFor(desk.reference, service.gate)[0];
  const descriptor = partial === undefined ? undefined : desk.reference.sources.get(partial)?.descriptor;
  if (descriptor === undefined || service.absence !== 'strong')
    return say(reason('approval.no-list-held', { service: name }));
  return say(
    reason('approval.absent-not-proof', { list: words(desk, descriptor.title), asOf: descriptor.asOf }),
  );
};
