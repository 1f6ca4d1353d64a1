/** Requests of a key that are left in this minute (below zero: refuse), and whole seconds until it starts anew. */
export type KeyQuota = Readonly<{ remaining: number; seconds: number }>;

/** Counts the requests of keys for all servers of one database. */
export interface KeyLimits {
  /** Counts one request of a key that has `quota` a minute. Never throws: where the database does not answer soon, this process counts. */
  count(key: string, quota: number): Promise<KeyQuota>;
}
