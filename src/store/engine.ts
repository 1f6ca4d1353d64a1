import type { OperatorBook } from './operators.ts';
import type { PersonalAct, PractitionerStore } from './practitioners.ts';
import type { ServiceState } from './service/service-state.ts';
import type { Store } from './store.ts';

export type StoreOptions = Readonly<{
  /** Longest time a question may hold on to a reader that has been replaced, in milliseconds; a minute when left out. */
  graceMs?: number | undefined;
  /** How many bytes may be kept beyond what is kept now, as a nearly full disk would have it; for tests. */
  spareBytes?: number | undefined;
}>;

/**
 * What a database engine offers to keep the state of one data folder. A second engine is a folder beside `sqlite/` that gives
 * one of these, and a line in open-store.ts; everything outside the store room sees interfaces alone.
 */
export interface Engine {
  openStore(options: StoreOptions): Promise<Store>;
  openOperatorBook(): OperatorBook & Readonly<{ close(): Promise<void> }>;
  /** False as long as nobody recorded or asked about a physician. */
  hasPractitioners(): boolean;
  openPractitionerStore(): PractitionerStore;
  eraseAllPractitioners(act: PersonalAct): number;
  openServiceState(): ServiceState;
  /** Writes all it keeps into another, empty folder, as of one moment each, while others use it; but for the key of physicians' rows. */
  copyTo(folder: string): Promise<void>;
}
