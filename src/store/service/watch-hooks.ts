import type { WatchEvent } from '../../../schema/watch.ts';

/** Where the events of a watch are sent. `stopped` says why nothing is sent any more; null while it is. */
export type Hook = Readonly<{ watch: string; url: string; since: string; stopped: string | null }>;
export type NewHook = Readonly<{ watch: string; url: string; secret: string; since: string }>;

/** One sending of one event, as the partner reads it. `event` is 0 for a test; `last` is what the receiver answered last. */
export type Delivery = Readonly<{
  event: number;
  state: 'waiting' | 'delivered' | 'given-up';
  attempts: number;
  nextAt: string;
  lastAt: string | null;
  last: string | null;
}>;

/** What is to be sent now; `attempts` were made before. `event` is null for a test. */
export type DueDelivery = Readonly<{
  id: number;
  watch: string;
  attempts: number;
  url: string;
  secret: string;
  event: WatchEvent | null;
}>;

/**
 * What became of the attempt after `attempts` others. `again`: the instant of the next one, null for none. `restUntil`: the receiver is not there, nothing is sent
 * to it before. `stop`: why nothing is sent to it any more.
 */
export type Attempt = Readonly<{
  id: number;
  watch: string;
  attempts: number;
  at: string;
  delivered: boolean;
  last: string;
  again: string | null;
  restUntil: string | null;
  stop: string | null;
}>;

/** How a partner's deliveries stand: events on their way, given up, and receivers to which nothing is sent any more. */
export type PartnerDeliveries = Readonly<{
  partner: string;
  waiting: number;
  givenUp: number;
  stopped: number;
}>;

/** Receivers of events, and what is on its way to them. Ids of watches are the caller's to check. */
export interface WatchHookStore {
  /** Keeps the receiver of a watch in the place of the one before; what waits goes to it. */
  put(hook: NewHook): Promise<void>;
  of(watch: string): Promise<Hook | null>;
  /** Sends to the receiver again, from the first event that it did not take, as if nothing had been tried, where it was stopped; one that rests between attempts keeps resting. False when there is no receiver. */
  start(watch: string, at: string): Promise<boolean>;
  /** Forgets the receiver and what is on its way; false when there is none. */
  remove(watch: string): Promise<boolean>;
  /** Sends a test; false when there is no receiver. */
  test(watch: string, at: string): Promise<boolean>;
  /** Sends all events after this number again, under the ids they had; gives how many. */
  replay(watch: string, after: number, at: string): Promise<number>;
  /** The newest deliveries, newest first. */
  log(watch: string, limit: number): Promise<readonly Delivery[]>;
  /** How the deliveries of each partner with a watch stand. */
  byPartner(): Promise<readonly PartnerDeliveries[]>;
  /** Whether anything may be sent at this instant. */
  hasDue(at: string): Promise<boolean>;
  /**
   * Takes what may be sent at this instant, oldest first: of each hospital one event at a time, and only for partners with a live key.
   * Until the instant `until` nobody else is given anything for the same receivers, so that of several servers one sends.
   */
  take(at: string, until: string, limit: number): Promise<readonly DueDelivery[]>;
  /** Lets go of the receiver of this watch, taken until `until`. */
  release(watch: string, until: string): Promise<void>;
  /** Notes an attempt, unless another one was noted meanwhile; that an event was taken is noted in any case. */
  settle(attempt: Attempt): Promise<void>;
}
