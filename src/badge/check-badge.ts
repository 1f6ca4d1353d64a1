import type { createLocalJWKSet } from 'jose';
import type { BadgeFault } from '../../schema/badge.ts';
import { isRevoked, type KeySet } from './key-set.ts';
import { pictureHash, readSeal, type SealClaims, sealClaims } from './seal.ts';

export type BadgeCheck =
  | Readonly<{ valid: true; claims: SealClaims }>
  | Readonly<{ valid: false; fault: BadgeFault; claims: SealClaims | null }>;

const SKEW_S = 60;

const fault = (what: BadgeFault, claims: SealClaims | null = null): BadgeCheck => ({
  valid: false,
  fault: what,
  claims,
});

/** Signatures are checked by a library that the first badge loads. */
type Jose = typeof import('jose');

const faultOf = (error: unknown, { errors }: Jose): BadgeFault => {
  if (error instanceof errors.JWKSNoMatchingKey) return 'unknown-key';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'tampered';
  return 'malformed';
};

const judgeTime = (claims: SealClaims, now: Date): BadgeFault | null => {
  const second = Math.floor(now.getTime() / 1000);
  if (claims.iat > second + SKEW_S) return 'not-yet-valid';
  return claims.exp <= second ? 'expired' : null;
};

/** Key sets that were made ready before: importing a key costs more than checking with it. */
const ready = new WeakMap<KeySet, ReturnType<typeof createLocalJWKSet>>();

const readyKeys = (keys: KeySet, jose: Jose): ReturnType<typeof createLocalJWKSet> => {
  const known = ready.get(keys) ?? jose.createLocalJWKSet(keys);
  ready.set(keys, known);
  return known;
};

const verify = async (token: string, keys: KeySet): Promise<SealClaims | BadgeFault> => {
  const jose = await import('jose');
  try {
    const { alg, typ, kid } = jose.decodeProtectedHeader(token);
    if (alg !== 'EdDSA' || typ !== 'licet-badge+jwt' || kid === undefined) return 'malformed';
    if (isRevoked(keys, kid)) return 'revoked-key';
    // Time is judged afterwards, so that an expired badge still says what it said.
    const { payload } = await jose.jwtVerify(token, readyKeys(keys, jose), {
      algorithms: ['EdDSA'],
      currentDate: new Date(0),
    });
    return sealClaims.parse(payload);
  } catch (error) {
    return faultOf(error, jose);
  }
};

/**
 * Checks a badge offline: is it ours, untouched, in force, and for this domain?
 * @param svg the badge file as text
 * @param keys the issuer's key set (`/.well-known/jwks.json`), kept or fetched earlier
 * @param now the instant to judge by; a minute of clock difference is allowed
 * @param site the domain it was found on; left out, the domain is not judged and must be read from the claims
 */
export const checkBadge = async (
  svg: string,
  keys: KeySet,
  now: Date,
  site?: string,
): Promise<BadgeCheck> => {
  const seal = readSeal(svg);
  if (seal === null) return fault('no-seal');
  const claims = await verify(seal.token, keys);
  if (typeof claims === 'string') return fault(claims);
  if (pictureHash(seal.bare) !== claims.picture) return fault('repainted', claims);
  const time = judgeTime(claims, now);
  if (time !== null) return fault(time, claims);
  if (site !== undefined && site.toLowerCase() !== claims.aud) return fault('other-domain', claims);
  return { valid: true, claims };
};
