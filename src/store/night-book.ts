import type { Night, NightEnd, NightStart } from './night-types.ts';

/** The nights so far, each a piece of work on the registry that ended with a publication or failed. */
export interface NightBook {
  /** The newest nights, without their reports. */
  nights(limit: number): Promise<readonly Night[]>;
  night(id: number): Promise<Night | undefined>;
  /** When the first night began; null before it. */
  firstNightAt(): Promise<string | null>;
  /** Begins a night and gives its number. Nights that never ended are marked as interrupted. */
  beginNight(start: NightStart): Promise<number>;
  endNight(id: number, end: NightEnd): Promise<void>;
}
