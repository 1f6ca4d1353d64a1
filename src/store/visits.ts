import type { Sha256 } from '../../schema/base.ts';
import type { Transport } from '../../schema/snapshot.ts';

/** A fetched address as it was last time. */
export type Visit = Readonly<{
  source: string;
  url: string;
  page: string;
  finalUrl: string;
  at: string;
  sha256: Sha256;
  contentType: string;
  transport: Transport;
  etag: string | null;
  lastModified: string | null;
}>;

/** What is known of fetched addresses from last time, for conditional requests. */
export interface Visits {
  visit(source: string, url: string): Promise<Visit | undefined>;
  saveVisit(visit: Visit): Promise<void>;
}
