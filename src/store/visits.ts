import type { Visit } from './night-types.ts';

/** What is known of fetched addresses from last time, for conditional requests. */
export interface Visits {
  visit(source: string, url: string): Promise<Visit | undefined>;
  saveVisit(visit: Visit): Promise<void>;
}
