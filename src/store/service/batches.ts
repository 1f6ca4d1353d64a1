/** `held`: read, and not answered before somebody has seen how its columns were read and says so. */
type BatchState = 'held' | 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

/** Some rows of a list as bytes; what they hold is the business of whoever keeps them. */
type GivenPart = Readonly<{ rows: number; given: Uint8Array }>;

/** A list to be kept; instants as ISO 8601. */
export type NewBatch = Readonly<{
  id: string;
  partner: string;
  createdAt: string;
  expiresAt: string;
  idempotencyKey: string | null;
  bodyHash: string;
  about: string;
  /** Whether it is to wait for `release` before it is answered. */
  held: boolean;
  parts: readonly GivenPart[];
}>;

export type KeptBatch = Readonly<{
  id: string;
  partner: string;
  state: BatchState;
  createdAt: string;
  endedAt: string | null;
  expiresAt: string;
  about: string;
  rows: number;
  done: number;
  counts: string | null;
  basis: string | null;
  begun: number;
}>;

/** A part as kept, `firstRow` counted from 0; `result` null as long as it is not answered. */
export type KeptPart = Readonly<{
  at: number;
  firstRow: number;
  rows: number;
  given: Uint8Array;
  result: Uint8Array | null;
}>;

/** What became of a list that was handed in: kept, known by its idempotency key, that key used for another list, or one too many. */
export type AddedBatch = Readonly<
  { state: 'added' | 'known'; id: string } | { state: 'conflict' } | { state: 'too-many' }
>;

/** Who answers lists, when, and whether another one that claimed a list is still at it. */
export type Claimant = Readonly<{ name: string; at: string; isLive: (name: string, at: string) => boolean }>;

/** Who answers a list, by the name it was claimed under, and from what: the generation, day and policy of all its answers. */
export type Answerer = Readonly<{ name: string; basis: string }>;

/** Lists that partners handed in. Whatever a method says it has done is on the disk; one that has expired is not found. */
export interface BatchStore {
  /** Keeps a list as a whole, unless the partner has `mostOpen` lists that are not ended. */
  add(batch: NewBatch, mostOpen: number): Promise<AddedBatch>;
  /** A list of this partner. */
  find(id: string, partner: string, at: string): Promise<KeptBatch | null>;
  /** The lists of a partner, newest first. */
  list(partner: string, at: string, limit: number): Promise<readonly KeptBatch[]>;
  /** Whether any list waits or was cut off. */
  hasOpen(): Promise<boolean>;
  /** Claims the list to be answered next: one that was cut off, else the oldest of the partner who has waited longest since its last. */
  claim(claimant: Claimant): Promise<KeptBatch | null>;
  /**
   * Begins a claimed list; false when somebody else has claimed it meanwhile. Answers of another basis, which an earlier process gave, are
   * dropped: a list never mixes two generations.
   */
  begin(id: string, by: Answerer): Promise<boolean>;
  /** The counts kept with the newest part that is answered; null before the first. */
  counts(id: string): Promise<string | null>;
  /** The first part without an answer. */
  nextPart(id: string): Promise<KeptPart | null>;
  /** Keeps the answers of a part; false when the list is not running any more, or not by this claimant and on this basis. */
  answerPart(
    id: string,
    at: number,
    answered: Answerer & Readonly<{ result: Uint8Array; counts: string }>,
    now: string,
  ): Promise<boolean>;
  /** Lets a held list of this partner be answered; false when it is none. */
  release(id: string, partner: string): Promise<boolean>;
  /** Ends a list that is not ended yet; false when it was. */
  end(id: string, state: 'done' | 'cancelled' | 'failed', at: string): Promise<boolean>;
  /** The part of a list at this position. */
  part(id: string, at: number): Promise<KeptPart | null>;
  /** The position of the part that holds this row, counted from 0. */
  partOfRow(id: string, row: number): Promise<number | null>;
  /** Forgets a list of this partner with all its rows; false when there is none. */
  remove(id: string, partner: string): Promise<boolean>;
  /** Forgets lists whose time is over; gives how many. */
  forgetExpired(at: string): Promise<number>;
}
