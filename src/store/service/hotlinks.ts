import type { Day } from '../../../schema/base.ts';

/** A host on whose pages badges issued for another domain were loaded. Neither page nor reader is kept. */
export type Hotlink = Readonly<{ host: string; site: string; count: number; first: Day; last: Day }>;

/** What was counted, most first; `others`: loads on all further hosts, counted together. */
export type HotlinkCounts = Readonly<{ hotlinks: readonly Hotlink[]; others: number }>;

/** Counts of hotlinks, added up over processes. */
export interface HotlinkStore {
  /** Adds what was counted since; only the `most` highest pairs of host and domain keep a count of their own. */
  add(counted: HotlinkCounts, most: number): Promise<void>;
  counts(): Promise<HotlinkCounts>;
}
