import type { Snapshot } from '../../schema/snapshot.ts';
import type { PastGeneration } from './night-types.ts';

/** What was, for whoever rebuilds, exports or copies it. */
export interface History {
  /** Published generations up to `last`, oldest first, with what a replay needs of each. */
  pastGenerations(last: number): Promise<readonly PastGeneration[]>;
  /** Every page ever kept, oldest first. */
  snapshots(): Promise<readonly Snapshot[]>;
  /** Writes the whole registry as it is now into another data folder that holds none yet. */
  copyTo(data: string): Promise<void>;
}
