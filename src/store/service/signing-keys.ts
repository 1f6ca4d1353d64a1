import type { Day } from '../../../schema/base.ts';

/**
 * Badges and receipts are signed with keys of their own: those of badges change more often. `credential`: the ES256 keys of
 * credentials, for verifiers that do not read EdDSA; those that do get the keys of badges. `log`: what signs the checkpoints of the public log; it is rotated by revoking alone.
 */
export const keyPurposes = ['badge', 'credential', 'log', 'receipt'] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/** A key pair on Ed25519 (RFC 8037) or P-256 (RFC 7518 §6.2); `d` is the private part. */
type PrivateJwk =
  | Readonly<{ kty: 'OKP'; crv: 'Ed25519'; x: string; d: string }>
  | Readonly<{ kty: 'EC'; crv: 'P-256'; x: string; y: string; d: string }>;

/**
 * `next` is published before it signs, so that caches of the key set know it; `current` signs; `past` is published until what
 * it signed has ended.
 */
export type KeyRole = 'next' | 'current' | 'past';

export type SigningKey = Readonly<{ kid: string; role: KeyRole; since: Day; jwk: PrivateJwk }>;

/** A new key pair; the store gives it its role. */
export type NewKey = Readonly<{ kid: string; jwk: PrivateJwk }>;

/** `spare` signs only where there is no key yet; past keys that ceased to sign before `keepFrom` are forgotten. */
export type Rotation = Readonly<{ next: NewKey; spare: NewKey; today: Day; keepFrom: Day }>;

/** A key that is believed no more, and why. */
export type RevokedKey = Readonly<{ kid: string; at: string; because: string }>;

/** `current` and `next` take the places that the revoked key leaves empty, as far as they do. */
export type Revocation = RevokedKey & Readonly<{ current: NewKey; next: NewKey; today: Day }>;

/** The keys that sign, with their private parts: what is read here is handed to the signer and to nobody else. */
export interface SigningKeyStore {
  /** The keys of a purpose, oldest first; the same array until they change, so that it may be asked for every badge. */
  keys(purpose: KeyPurpose): Promise<readonly SigningKey[]>;
  /** Keeps a first pair of keys, unless there are keys already; gives those there are. */
  begin(
    purpose: KeyPurpose,
    pair: Readonly<{ current: NewKey; next: NewKey }>,
    today: Day,
  ): Promise<readonly SigningKey[]>;
  /** Lets the next key sign and publishes a new next one; gives the keys as they are then. */
  rotate(purpose: KeyPurpose, rotation: Rotation): Promise<readonly SigningKey[]>;
  /** Forgets a key at once and writes down that it is revoked; the next key signs in its place. Undefined: there is no such key. */
  revoke(purpose: KeyPurpose, revocation: Revocation): Promise<readonly SigningKey[] | undefined>;
  /** Revoked keys of a purpose, oldest first. */
  revoked(purpose: KeyPurpose): Promise<readonly RevokedKey[]>;
}
