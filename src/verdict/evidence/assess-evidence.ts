import type { Day, PartialDate } from '../../../schema/base.ts';
import type { EvidenceRef } from '../../../schema/institution.ts';
import { authoritativeKinds } from '../../../schema/source.ts';
import { latest } from '../../text/dates.ts';
import type { GateContext } from '../gate-context.ts';
import { type EditionAt, editionAt, lastFresh } from './edition-at.ts';

/** What one piece of evidence is worth on the day asked about. */
export type EvidenceWeight = Readonly<{
  ref: EvidenceRef;
  at: EditionAt | undefined;
  /** The date it is judged by: its own, or its edition's. */
  date: PartialDate | null;
  /** It stood on the list as of that day: later editions never speak for earlier days. */
  covers: boolean;
  fresh: boolean;
  lastFreshDay: Day | null;
  /** Days after its date for which it may decide; null for ever. */
  limit: number | null;
  /** From an authority. */
  authority: boolean;
  /** An authority's row covering the day, of a list that may support `met` or `not-met` while it is fresh. */
  eligible: boolean;
  /** Eligible and fresh. */
  decides: boolean;
}>;

const belongs = (ref: EvidenceRef, at: EditionAt): boolean => {
  const edition = at.edition;
  if (edition === null) return false;
  if (edition.asOf === null) return ref.current;
  const day = latest(edition.asOf);
  const began = ref.seenFirst === null || latest(ref.seenFirst) <= day;
  // A row that the newest edition missed for the first time still stands, with the date of the edition that last held it.
  const lasts = ref.current || (ref.seenLast !== null && day <= latest(ref.seenLast));
  return began && lasts;
};

/**
 * Bundled facts are history unless their list is complete, and a bundled page is never a primary register
 * (data/README.md). Made-up test institutions are exempt: they exist to show what a register row does.
 */
const mayDecide = (ref: EvidenceRef, at: EditionAt, test: boolean): boolean => {
  if (ref.kind === 'law') return true;
  const { completeness } = at.source.descriptor;
  if (test) return true;
  if (completeness === 'historical') return false;
  return !(ref.how === 'bundled' && (completeness === 'partial' || ref.kind === 'primary-register'));
};

const nothing = { covers: false, limit: null, fresh: false, eligible: false, decides: false } as const;

/** Says what one piece of evidence is worth on the day asked about. */
export const assessEvidence = (context: GateContext, ref: EvidenceRef): EvidenceWeight => {
  const at = editionAt(context.reference, ref.source, context.day);
  const authority = authoritativeKinds.includes(ref.kind);
  if (at === undefined) return { ref, at, date: ref.asOf, lastFreshDay: null, authority, ...nothing };
  const own = ref.asOf !== null && !at.dates.has(ref.asOf);
  const missed = ref.current && ref.seenLast !== null && at.date !== null && ref.seenLast < at.date;
  const date = own || missed ? ref.asOf : (at.date ?? ref.asOf);
  const accepted = at.source.editions.length > 0;
  const onList = !at.superseded && (at.edition === null ? own && accepted : belongs(ref, at));
  // The edition that counts was out on the day, though only a month or a year of it is printed.
  const covers = onList && (date === null || date === at.date || latest(date) <= context.day);
  const limit = at.source.descriptor.freshnessDays;
  const lastFreshDay = date === null ? null : date === at.date ? at.lastFreshDay : lastFresh(date, limit);
  const fresh = covers && (limit === null || (lastFreshDay !== null && context.day <= lastFreshDay));
  const eligible = authority && covers && mayDecide(ref, at, context.dossier?.test === true);
  return {
    ...{ ref, at, date, covers, fresh, lastFreshDay, limit, authority, eligible },
    decides: eligible && fresh,
  };
};
