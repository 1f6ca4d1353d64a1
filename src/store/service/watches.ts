import type { Language } from '../../../schema/base.ts';
import type { Told, WatchAspect, WatchEvent, WatchedQuestion } from '../../../schema/watch.ts';

/** A watch as its partner named it; `createdAt` is an instant. */
export type NewWatch = Readonly<{
  id: string;
  partner: string;
  name: string;
  lang: Language;
  tell: readonly WatchAspect[];
  createdAt: string;
}>;

/** A question to be watched, and the partner's own word for it. */
export type NewWatchEntry = Readonly<{ question: WatchedQuestion; reference: string | null }>;

/** A watch as kept: how many entries it has, how many of them were never asked yet, and how many events it has had. */
export type KeptWatch = NewWatch & Readonly<{ entries: number; waiting: number; events: number }>;

/** An entry by its place in the list, from 1; `told` is null until it was asked for the first time. */
export type KeptEntry = NewWatchEntry & Readonly<{ number: number; told: Told | null }>;

/** What answers are made from: a generation, a policy and a day, and all three as one text. */
export type WatchBasis = Readonly<{ key: string; generation: number }>;

/** An entry that was not compared on this basis yet. `basis`: what it was compared on last; empty for never. */
export type StaleEntry = KeptEntry & Readonly<{ watch: KeptWatch; basis: string }>;

/**
 * The outcome of one comparison. `told` is null where no answer could be given yet; `event` is without its number, which the store gives,
 * and null where there is nothing to tell.
 */
export type Compared = Readonly<{
  entry: StaleEntry;
  told: Told | null;
  event: Omit<WatchEvent, 'id' | 'number'> | null;
}>;

/** Before which instants settled deliveries and events are forgotten. */
export type PruneBounds = Readonly<{ deliveriesBefore: string; eventsBefore: string }>;

/** The watches of partners. Whoever names a partner sees its own alone; an unknown id and another partner's are told alike. */
export interface WatchStore {
  /** Keeps a watch with its entries, in their order; false when the partner has `most` already. */
  add(watch: NewWatch, entries: readonly NewWatchEntry[], most: number): Promise<boolean>;
  /** A partner's watches, oldest first. */
  all(partner: string): Promise<readonly KeptWatch[]>;
  one(partner: string, id: string): Promise<KeptWatch | null>;
  /** Forgets a watch with its entries and events; false when this partner has none of this id. */
  remove(partner: string, id: string): Promise<boolean>;
  /** Entries after a place, in their order. */
  entries(watch: string, after: number, limit: number): Promise<readonly KeptEntry[]>;
  /** Institutions that entries of any watch were answered about, and by how many entries: the most watched, at most `limit`. */
  watchedInstitutions(limit: number): Promise<ReadonlyMap<string, number>>;
  /** Events after a number, in their order. */
  events(watch: string, after: number, limit: number): Promise<readonly WatchEvent[]>;
  /** Whether any entry was not compared on this basis; those compared in a later generation do not count. */
  isStale(basis: WatchBasis): Promise<boolean>;
  /** Entries that were not compared on this basis. */
  stale(basis: WatchBasis, limit: number): Promise<readonly StaleEntry[]>;
  /**
   * Writes events together with what is told by them, in one transaction: either both are there or none. An entry that another process
   * compared meanwhile, or whose watch is gone, is left alone. Gives the number of events.
   */
  tell(compared: readonly Compared[], basis: WatchBasis): Promise<number>;
  /** Forgets deliveries that were settled, and events that were told, before these instants; none that still waits. Gives how many. */
  prune(bounds: PruneBounds): Promise<number>;
}
