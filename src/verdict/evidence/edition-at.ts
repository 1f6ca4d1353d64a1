import type { Day, PartialDate } from '../../../schema/base.ts';
import type { Edition, Reference, SourceState } from '../../../schema/reference.ts';
import { addDays, earliest, latest, shanghaiDay } from '../../text/dates.ts';
import { onceEach } from '../../text/remembered.ts';

/** A source on the day asked about: the edition that counts, and whether it is recent enough to decide. */
export type EditionAt = Readonly<{
  source: SourceState;
  /** The newest edition that is not later than the day; null when there is none. */
  edition: Edition | null;
  date: PartialDate | null;
  state: 'fresh' | 'stale' | 'unavailable';
  /** The last day on which the edition may decide; null when it always or never may. */
  lastFreshDay: Day | null;
  /** Dates of all editions, to tell a row's own date from its list's. */
  dates: ReadonlySet<string>;
  /** Another source of the same list (`sameList`) holds a later edition on that day: this one is history. */
  superseded: boolean;
}>;

/** Most days memoised a generation: questions about the past ask for a few, one at a time. */
const MEMO_DAYS = 500;
type OfDay = Map<string, EditionAt>;
const daysOf = onceEach((_: Reference) => new Map<Day, OfDay>());

const memoOf = (reference: Reference, day: Day): OfDay => {
  const days = daysOf(reference);
  let memo = days.get(day);
  if (memo === undefined) {
    if (days.size >= MEMO_DAYS) days.clear();
    memo = new Map();
    days.set(day, memo);
  }
  return memo;
};

/**
 * The date an edition is judged by. A live register that prints none shows the state of the day it was read;
 * a bundled page that prints none has no date at all.
 */
const dateOf = (source: SourceState, edition: Edition): PartialDate | null => {
  if (edition.asOf !== null) return edition.asOf;
  const live = source.descriptor.how !== 'bundled' && source.descriptor.evidenceKind === 'primary-register';
  return live ? shanghaiDay(new Date(edition.acceptedAt)) : null;
};

/** Last day a date may decide under a limit of `days`; null means no limit. Age is counted from the earliest day meant. */
export const lastFresh = (date: PartialDate, days: number | null): Day | null =>
  days === null ? null : addDays(earliest(date), days);

/** True when an edition with this date was out on the day: the date had passed, or we already held it. */
const wasOut = (edition: Edition, date: PartialDate | null, day: Day): boolean =>
  date === null ||
  latest(date) <= day ||
  (earliest(date) <= day && shanghaiDay(new Date(edition.acceptedAt)) <= day);

const choose = (
  source: SourceState,
  day: Day,
): Readonly<{ edition: Edition; date: PartialDate | null }> | null => {
  let best: { edition: Edition; date: PartialDate | null } | null = null;
  for (const edition of source.editions) {
    const date = dateOf(source, edition);
    if (!wasOut(edition, date, day)) continue;
    const older = best !== null && best.date !== null && (date === null || latest(date) < latest(best.date));
    if (!older) best = { edition, date };
  }
  return best;
};

const compute = (source: SourceState, day: Day): Omit<EditionAt, 'superseded'> => {
  const dates = new Set(source.editions.flatMap(({ asOf }) => (asOf === null ? [] : [asOf])));
  const chosen = choose(source, day);
  if (chosen === null)
    return { source, edition: null, date: null, state: 'unavailable', lastFreshDay: null, dates };
  const limit = source.descriptor.freshnessDays;
  const { edition, date } = chosen;
  if (limit === null) return { source, edition, date, state: 'fresh', lastFreshDay: null, dates };
  if (date === null) return { source, edition, date, state: 'stale', lastFreshDay: null, dates };
  const lastFreshDay = lastFresh(date, limit);
  const state = lastFreshDay !== null && day > lastFreshDay ? 'stale' : 'fresh';
  return { source, edition, date, state, lastFreshDay, dates };
};

/** One list can reach us both bundled and fetched: only its latest edition counts, whichever way it came. */
const isSuperseded = (reference: Reference, own: Omit<EditionAt, 'superseded'>, day: Day): boolean => {
  const { id, sameList } = own.source.descriptor;
  const { date } = own;
  if (sameList === undefined || date === null) return false;
  return [...reference.sources.values()].some((other) => {
    if (other.descriptor.id === id || other.descriptor.sameList !== sameList) return false;
    const theirs = choose(other, day)?.date ?? null;
    return theirs !== null && earliest(theirs) > latest(date);
  });
};

/** The source on that day; undefined when the registry has no such source. Computed once per generation, source and day. */
export const editionAt = (reference: Reference, source: string, day: Day): EditionAt | undefined => {
  const memo = memoOf(reference, day);
  const known = memo.get(source);
  if (known !== undefined) return known;
  const state = reference.sources.get(source);
  if (state === undefined) return undefined;
  const own = compute(state, day);
  const made = { ...own, superseded: isSuperseded(reference, own, day) };
  memo.set(source, made);
  return made;
};
