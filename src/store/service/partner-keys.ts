import type { Day } from '../../../schema/base.ts';

/** A partner and the SHA-256 of its key, in hexadecimal. */
type PartnerKey = Readonly<{ partner: string; keyHash: string; since: Day }>;

/** The keys of partners, by their hashes. */
export interface PartnerKeyStore {
  /**
   * Keeps a partner's key. One that has a key keeps it, and false is given, unless `anew`: then the old key is worth nothing
   * from now on.
   */
  keep(key: PartnerKey, anew: boolean): Promise<boolean>;
  /** Whose key has this hash; null for nobody's. */
  whose(keyHash: string): Promise<string | null>;
}
