/** Who harvests, and until when. */
export type LeaseState = Readonly<{ holder: string; takenAt: string; expiresAt: string }>;

/** `forMs`: how long the lease is held unless it is renewed, in milliseconds. */
export type LeaseAsk = Readonly<{ name: string; holder: string; now: Date; forMs: number }>;

/** Leases across processes: whoever holds one may do what it names, until its time runs out. */
export interface Leases {
  /** Takes or renews a lease; false when another holder's time has not run out, or another process writes for long. */
  takeLease(ask: LeaseAsk): Promise<boolean>;
  /** Lets go; a lease that somebody else took over meanwhile stays theirs. */
  dropLease(name: string, holder: string): Promise<void>;
  lease(name: string): Promise<LeaseState | undefined>;
}
/** Processes of the service that are there now; one that both answers and works counts as both. */
export type ProcessCounts = Readonly<{ answering: number; working: number }>;

/** The processes that keep their state in one place. */
export interface Processes {
  /** Null where the engine cannot tell, as for a data folder. */
  processes(): Promise<ProcessCounts | null>;
}
