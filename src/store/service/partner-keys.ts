import type { Day } from '../../../schema/base.ts';
import type { PartnerScope } from '../../../schema/partner.ts';

/** What a key allows: its scopes, its requests a minute (null: the setting of the service), when it ends (null: never of itself). */
export type KeyTerms = Readonly<{
  scopes: readonly PartnerScope[];
  perMinute: number | null;
  expiresAt: string | null;
}>;

/** A key by its SHA-256 in hexadecimal; the key itself is kept nowhere. */
export type NewPartnerKey = KeyTerms & Readonly<{ partner: string; keyHash: string; since: Day }>;

/** A key as kept; `expiresAt` and `revokedAt` are instants. */
export type PartnerKey = KeyTerms &
  Readonly<{ id: number; partner: string; since: Day; revokedAt: string | null }>;

/** The keys of partners, by their hashes. A partner may have several at a time: an old one goes on while a new one is put in place. */
export interface PartnerKeyStore {
  /** Keeps the first key of a partner; false when the name is on file, be its keys live, ended or revoked. */
  add(key: NewPartnerKey): Promise<boolean>;
  /**
   * Keeps another key of a partner; its keys that are live at `at` end at `oldUntil`, or earlier where they would. False when the name is
   * not on file.
   */
  rotate(key: NewPartnerKey, at: string, oldUntil: string): Promise<boolean>;
  /** Ends all keys of a partner that are live at this instant, at once; gives how many. */
  revoke(partner: string, at: string): Promise<number>;
  /** Ends one key of a partner; false where that key is not live at this instant. */
  revokeOne(partner: string, id: number, at: string): Promise<boolean>;
  /** Forgets a partner with its keys and domains; false when the name is not on file. */
  remove(partner: string): Promise<boolean>;
  /** All keys, in the order in which they came. */
  list(): Promise<readonly PartnerKey[]>;
  /** The key with this hash, if it is neither revoked nor ended at this instant; read anew at every call. */
  whose(keyHash: string, at: string): Promise<PartnerKey | null>;
}
