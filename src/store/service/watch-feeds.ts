import type { KeptWatch } from './watches.ts';

/** The secret part of a feed's address, and since when it is that. */
export type WatchFeed = Readonly<{ secret: string; since: string }>;

/** The feeds of watches. Ids of watches are the caller's to check, but for `live`. */
export interface WatchFeedStore {
  /** Keeps the secret in the place of the one before, whose address is worth nothing from then on. */
  put(watch: string, feed: WatchFeed): Promise<void>;
  of(watch: string): Promise<WatchFeed | null>;
  /** Closes the feed; false when there is none. */
  remove(watch: string): Promise<boolean>;
  /** A watch that has a feed and whose partner has a live key for watches at this instant, with the secret to be compared. */
  live(watch: string, at: string): Promise<Readonly<{ watch: KeptWatch; secret: string }> | null>;
}
