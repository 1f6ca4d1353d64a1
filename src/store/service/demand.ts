import type { Day } from '../../../schema/base.ts';

/** Counts of questions by the id of the institution they were about. */
export type Asked = ReadonlyMap<string, number>;

/** Weeks, from Monday on in Asia/Shanghai, whose counts are kept: the present one and the four before. */
export const WEEKS_KEPT = 5;

/**
 * How often each institution was asked for in the last weeks, added up over processes. Nothing but the number is kept: neither who asked nor
 * with which words, and no question about a physician is counted.
 */
export interface DemandStore {
  /** Adds what was asked since to the week of this day, and forgets what is older than the weeks that are kept. */
  add(asked: Asked, today: Day): Promise<void>;
  /** Those asked for most, most first, at most `limit`. */
  most(limit: number): Promise<Asked>;
  /** How often these were asked for; one that nobody asked for is left out. */
  of(institutions: readonly string[]): Promise<Asked>;
}
