/** The entries of the public log, which grows and is never changed. */
export interface LogEntries {
  /** All entries in their order, as their bytes are hashed. The same array until one is added by whichever process. */
  all(): Promise<readonly string[]>;
  /** Adds what `missing` makes of the entries there are, within one transaction, so that two processes add nothing twice. */
  extend(missing: (entries: readonly string[]) => readonly string[]): Promise<void>;
}
