import type { Day } from '../../../schema/base.ts';

/** Requests that came with one key on one day, and those of them that its quota refused. */
export type KeyUsage = Readonly<{ key: number; day: Day; requests: number; refused: number }>;

/** How much partners' keys are used, added up over processes. What was asked is not kept. */
export interface PartnerUsageStore {
  /** Adds what was counted since, and forgets days before `forget`. */
  add(counted: readonly KeyUsage[], forget: Day): Promise<void>;
  /** What was counted from this day on, by key and day. */
  since(day: Day): Promise<readonly KeyUsage[]>;
}
