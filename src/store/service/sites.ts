import type { Day } from '../../../schema/base.ts';

/** A domain a partner may show badges on: the words its proof must show, since when it is proven, when that was last seen. */
export type Site = Readonly<{
  /** Lower case, in ASCII, without `www.`. */
  domain: string;
  partner: string;
  /** Null where the operator's own word is the proof. */
  token: string | null;
  /** Null as long as nobody has proven it: then it has no badges. */
  provenOn: Day | null;
  seenOn: Day | null;
  /** Since when it has had no proof; null while it is proven. */
  waitingSince: Day | null;
}>;

/** A domain that is put on file without a proof. */
export type NewSite = Readonly<{ domain: string; partner: string; token: string; today: Day }>;

/** How many domains of a partner may wait for a proof, and which are forgotten: those that have waited since before this day. */
export type WaitingBounds = Readonly<{ most: number; forgetBefore: Day }>;

/** What became of a partner's wish: put on file, on file already, another partner's, or one domain too many without a proof. */
export type ClaimedSite = Readonly<
  { state: 'added'; site: Site } | { state: 'known'; site: Site } | { state: 'taken' } | { state: 'too-many' }
>;

/** What a look for the proof found out about one domain under one token. */
export type SeenSite = Readonly<{ domain: string; token: string; provenOn: Day | null; seenOn: Day | null }>;

/** The domains badges are issued for. Whatever a method says it has done is on the disk. */
export interface SiteStore {
  /** All domains on file, proven or not, in the order in which they came. */
  all(): Promise<readonly Site[]>;
  /** Whether badges are issued for this domain now; asked for every badge. */
  isBound(domain: string): Promise<boolean>;
  /** Puts a domain on file for a partner; one that is on file stays as it is. */
  claim(site: NewSite, bounds: WaitingBounds): Promise<ClaimedSite>;
  /** Puts a domain on file in the place of whatever was known of it: the operator's word. `today`: when that was given. */
  put(site: Omit<Site, 'waitingSince'>, today: Day): Promise<void>;
  /** Notes a look for the proof; false when the domain was put on file anew or went while it was looked at. */
  noteLook(seen: SeenSite, today: Day): Promise<boolean>;
  /** Forgets domains that have waited for their proof since before this day; gives how many. */
  forgetWaiting(before: Day): Promise<number>;
  /** Removes a domain of this partner (null: of any): no badge is issued for it from now on. False when there is none. */
  remove(domain: string, partner: string | null): Promise<boolean>;
}
