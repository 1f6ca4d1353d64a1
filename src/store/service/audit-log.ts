/** What somebody is about to do. No person is named in it. */
export type AuditEntry = Readonly<{
  /** An instant. */
  at: string;
  /** `partner Name`, `operator Name`, `command line`, or `anybody`: somebody without a key. */
  actor: string;
  act: string;
  about: string;
  /** The request, as answers and log lines name it; null for the command line. */
  request: string | null;
}>;

/** An entry as kept: its number from 1, and its hash over the hash of the entry before and all of its own. */
export type KeptEntry = AuditEntry & Readonly<{ id: number; hash: string }>;

/** How many entries there are, the hash of the newest (empty for none), and what does not fit together. */
export type AuditState = Readonly<{ entries: number; head: string; faults: readonly string[] }>;

/** A log that grows and is never changed. Each entry is on the disk before what it tells of is done. */
export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
  /** The newest entries, newest first. */
  newest(limit: number): Promise<readonly KeptEntry[]>;
  /** Reads the whole log and checks each hash against the one before. */
  check(): Promise<AuditState>;
  /** Whether an entry has this hash: a head that was kept elsewhere must still be there. */
  holds(hash: string): Promise<boolean>;
}
