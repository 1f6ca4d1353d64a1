import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { z } from 'zod';
import type { KeySet } from '../../badge/key-set.ts';
import type { SealKey } from '../../badge/seal.ts';
import type { KeyPurpose, NewKey, SigningKey, SigningKeyStore } from '../../store/service/signing-keys.ts';
import { addDays, shanghaiDay } from '../../text/dates.ts';

const privateJwk = z.discriminatedUnion('kty', [
  z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() }),
  z.object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string(),
    y: z.string(),
    d: z.string(),
  }),
]);

/** By what the keys of a purpose sign. */
const algorithms = { badge: 'EdDSA', credential: 'ES256', log: 'EdDSA', receipt: 'EdDSA' } as const;

/** A seal lives a day and a key set is cached for minutes; a week leaves room for clocks and slow mirrors. */
const KEEP_PAST_DAYS = 7;

const newKey = async (purpose: KeyPurpose, now: Date): Promise<NewKey> => {
  const { exportJWK, generateKeyPair } = await import('jose');
  const { privateKey } = await generateKeyPair(algorithms[purpose], { extractable: true });
  const jwk = privateJwk.parse(await exportJWK(privateKey));
  return { kid: `${shanghaiDay(now)}-${randomBytes(4).toString('hex')}`, jwk };
};

/**
 * Makes the next key the signing one and publishes a new next; seals of the old key stay checkable for a week.
 * The running service sees the change at its next badge. Returns the key ids by role.
 */
export const rotateKeys = async (
  store: Pick<SigningKeyStore, 'rotate'>,
  purpose: KeyPurpose,
  now: Date,
): Promise<readonly Pick<SigningKey, 'kid' | 'role'>[]> => {
  const today = shanghaiDay(now);
  const [next, spare] = await Promise.all([newKey(purpose, now), newKey(purpose, now)]);
  const keepFrom = addDays(today, -KEEP_PAST_DAYS);
  const keys = await store.rotate(purpose, { next, spare, today, keepFrom });
  return keys.map(({ kid, role }) => ({ kid, role }));
};

/**
 * Revokes a key at once, for good: it leaves the key set, so that nothing it signed is believed any more by whoever asks for the set
 * anew, and the next key signs. Undefined: there is no such key of this purpose.
 */
export const revokeKey = async (
  store: Pick<SigningKeyStore, 'revoke'>,
  purpose: KeyPurpose,
  { kid, because }: Readonly<{ kid: string; because: string }>,
  now: Date,
): Promise<readonly Pick<SigningKey, 'kid' | 'role'>[] | undefined> => {
  const [current, next] = await Promise.all([newKey(purpose, now), newKey(purpose, now)]);
  const revocation = { kid, because, at: now.toISOString(), current, next, today: shanghaiDay(now) };
  const keys = await store.revoke(purpose, revocation);
  return keys?.map(({ kid, role }) => ({ kid, role }));
};

const publicPart = ({ kid, jwk: { d: _, ...jwk } }: SigningKey, purpose: KeyPurpose): JWK => ({
  ...jwk,
  kid,
  use: 'sig',
  alg: algorithms[purpose],
});

/** The key that signs, as a handle: its private part leaves this module in no other form. */
const signerOf = async (keys: readonly SigningKey[], purpose: KeyPurpose): Promise<SealKey> => {
  const current = keys.find((key) => key.role === 'current');
  if (current === undefined) throw new Error(`no current ${purpose} key; rotate the keys`);
  const alg = algorithms[purpose];
  const { importJWK } = await import('jose');
  const privateKey = await importJWK({ ...current.jwk }, alg);
  if (privateKey instanceof Uint8Array) throw new Error(`the current ${purpose} key is of another kind`);
  return { kid: current.kid, alg, privateKey };
};

export type SigningKeys = Readonly<{
  /** The key that signs now. */
  signing(): Promise<SealKey>;
  /** All keys a checker needs: past, current and next, public parts only; and which were revoked, when (RFC 7517 §5 lets a set say more). */
  jwks(): Promise<KeySet>;
}>;

/** The keys of a purpose, made on first use; `store` is asked for every signature, so that a change of any process counts at once. */
export const openKeys = (
  store: () => Pick<SigningKeyStore, 'keys' | 'begin' | 'revoked'>,
  purpose: KeyPurpose,
  clock: () => Date,
): SigningKeys => {
  let held: Readonly<{ keys: readonly SigningKey[]; signer: Promise<SealKey> }> | null = null;
  const load = async (): Promise<readonly SigningKey[]> => {
    const keys = await store().keys(purpose);
    if (keys.length > 0) return keys;
    const [now, current, next] = [clock(), await newKey(purpose, clock()), await newKey(purpose, clock())];
    return store().begin(purpose, { current, next }, shanghaiDay(now));
  };
  return {
    signing: async () => {
      const keys = await load();
      if (held?.keys !== keys) held = { keys, signer: signerOf(keys, purpose) };
      return held.signer;
    },
    jwks: async () => {
      const keys = (await load()).map((key) => publicPart(key, purpose));
      const revoked = (await store().revoked(purpose)).map(({ kid, at }) => ({ kid, at }));
      return revoked.length === 0 ? { keys } : { keys, revoked };
    },
  };
};
