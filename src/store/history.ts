import type { Judgement } from '../../schema/judgement.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { Descriptor } from '../../schema/source.ts';
import type { Withdrawal } from '../../schema/withdrawal.ts';

/** An accepted edition with everything needed to read it again. */
export type PastEdition = Readonly<{
  id: number;
  generation: number;
  source: string;
  asOf: string | null;
  acceptedAt: string;
  reading: string;
  snapshots: readonly Snapshot[];
}>;

/** A generation with what a replay needs: the editions it took in and the descriptors it brought. */
export type PastGeneration = Readonly<{
  number: number;
  at: string;
  code: string;
  registryHash: string;
  editions: readonly PastEdition[];
  descriptors: ReadonlyMap<string, Descriptor>;
  /** What persons judged, counted from this generation on. */
  judgements: readonly Judgement[];
  /** Rows that persons withdrew, counted from this generation on; each after the edition it was said of. */
  withdrawals: readonly Withdrawal[];
}>;

/** A name that a row states, and where the row stands. */
export type StatedName = Readonly<{
  value: string;
  kind: string;
  province: string | null;
  city: string | null;
  district: string | null;
}>;

/** What was, for whoever rebuilds, exports or copies it. */
export interface History {
  /** Published generations up to `last`, oldest first, with what a replay needs of each. */
  pastGenerations(last: number): Promise<readonly PastGeneration[]>;
  /** Every page ever kept, oldest first. */
  snapshots(): Promise<readonly Snapshot[]>;
  /** Names of all rows on their lists now, published or not, in no order. */
  statedNames(): AsyncIterable<StatedName>;
  /** Writes the whole registry as it is now into another data folder that holds none yet. */
  copyTo(data: string): Promise<void>;
}
