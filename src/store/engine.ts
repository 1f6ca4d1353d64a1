import type { OperatorBook } from './operators.ts';
import type { PersonalAct, PractitionerStore } from './practitioners.ts';
import type { ServiceState } from './service/service-state.ts';
import type { Store } from './store.ts';

export type StoreOptions = Readonly<{
  /** Longest time a question may hold on to a reader that has been replaced, in milliseconds; a minute when left out, never none. */
  graceMs?: number | undefined;
  /** For a thread or command of its own, which nobody waits for: it works the log of changes into the file itself. */
  alone?: boolean | undefined;
  /** For the move itself, which opens a folder that one which did not end has marked as moved. */
  moves?: boolean | undefined;
  /** How many bytes may be kept beyond what is kept now, as a nearly full disk would have it; for tests. */
  spareBytes?: number | undefined;
}>;

/** Bytes of pages under their names, as src/archive/byte-store.ts asks for them. */
export type PageBytes = Readonly<{
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  sizeOf(name: string): Promise<number | undefined>;
  remove(name: string): Promise<void>;
  walk(): AsyncIterable<
    Readonly<{ name: string; bytes: number; at: Date; unfinished: boolean; place: string }>
  >;
  discard(place: string): Promise<void>;
}>;

/** Files that one process makes and all others of the same database take up. Names say what a file was made of. */
export type SharedFiles = Readonly<{
  /** Keeps a file, whole or not at all, beside the newest other of its kind; older ones are forgotten. */
  put(kind: string, stamp: string, file: string): Promise<void>;
  /** Writes what is kept under this stamp into `file`, which is there whole or as it was; false where nothing is kept. */
  take(kind: string, stamp: string, file: string): Promise<boolean>;
  close(): Promise<void>;
}>;

/** A folder on its way into a database, which nobody else opens until the move is finished. Meanwhile nobody writes into the folder. */
export type Move = Readonly<{
  /** The registry as the folder keeps it. */
  from: Store;
  /** A table with rows that no move left there: then nothing may be copied. */
  filled: string | null;
  /** The bytes of pages there. */
  pages: PageBytes;
  /** Copies registry and what the service records, all of it or nothing; what an earlier move left there goes. */
  copyState(): Promise<void>;
  /** The registry as it is there. */
  openStore(): Promise<Store>;
  /** The folder is marked as moved, and then the database may be opened: where it ends between the two, nobody answers from either. */
  finish(now: Date): Promise<void>;
  close(): Promise<void>;
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
  /** Null where every process that shares the state shares the data folder too. */
  openSharedFiles(): SharedFiles | null;
  /** Null where the bytes of pages are files of the data folder. */
  openPageBytes(): PageBytes | null;
  /** Writes all it keeps into another, empty folder, as of one moment each, while others use it; but for the key of physicians' rows. */
  copyTo(folder: string): Promise<void>;
}
