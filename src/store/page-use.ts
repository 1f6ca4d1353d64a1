import type { Day } from '../../schema/base.ts';

/** From which days on editions and refusals keep their pages (docs/nights.md). */
export type PageUseAsk = Readonly<{
  /** Editions accepted before this day, and replaced since, are given up; null keeps all editions. */
  editionsSince: Day | null;
  /** Pages of refused runs are kept from this day on. */
  refusedSince: Day;
}>;

/** What is known of a page whose bytes may go. */
export type KnownPage = Readonly<{ url: string; source: string; retrievedAt: string }>;

/** The pages of the archive as the registry knows them, by their SHA-256. */
export type PagesInUse = Readonly<{
  /** Something still rests on these. */
  inUse: ReadonlySet<string>;
  known: ReadonlyMap<string, KnownPage>;
  /** Pages of an edition: what goes of them goes because it was superseded. */
  ofEditions: ReadonlySet<string>;
}>;

/** Tells which kept pages something still rests on. */
export interface PageUse {
  pagesInUse(ask: PageUseAsk): Promise<PagesInUse>;
}
