import { createLocalJWKSet, decodeProtectedHeader, errors, type JSONWebKeySet, jwtVerify } from 'jose';

/** What a genuine badge states. */
export type BadgeClaims = Readonly<{
  /** Who issued it: the address of the service. */
  iss: string;
  /** Id of the institution. */
  sub: string;
  /** The one domain it is for. */
  aud: string;
  campus: string | null;
  /** Code of the treatment or mark it speaks of; `licence` for the practice licence. */
  about: string;
  state: string;
  /** The day the answer is of. */
  asOf: string;
  /** When it ends, in seconds since 1970. */
  exp: number;
}>;

export type BadgeFault =
  | 'no-seal'
  | 'malformed'
  | 'unknown-key'
  | 'revoked-key'
  | 'tampered'
  | 'repainted'
  | 'not-yet-valid'
  | 'expired'
  | 'other-domain';

export type BadgeCheck =
  | Readonly<{ valid: true; claims: BadgeClaims }>
  | Readonly<{ valid: false; fault: BadgeFault; claims: BadgeClaims | null }>;

/** The service's keys, as /.well-known/jwks.json gives them, with those that fell into other hands. */
export type BadgeKeys = JSONWebKeySet & Readonly<{ revoked?: readonly Readonly<{ kid: string }>[] }>;

const SEAL = /<metadata>([\w.-]*)<\/metadata>/;
const SKEW_S = 60;

const hashOf = async (picture: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(picture));
  const text = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

const signed = async (token: string, keys: BadgeKeys): Promise<BadgeClaims | BadgeFault> => {
  try {
    const { alg, typ, kid } = decodeProtectedHeader(token);
    if (alg !== 'EdDSA' || typ !== 'licet-badge+jwt' || kid === undefined) return 'malformed';
    if (keys.revoked?.some((key) => key.kid === kid)) return 'revoked-key';
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      algorithms: ['EdDSA'],
      // An expired badge still says what it said; time is judged afterwards.
      currentDate: new Date(0),
    });
    return { about: 'licence', ...payload } as unknown as BadgeClaims;
  } catch (fault) {
    if (fault instanceof errors.JWKSNoMatchingKey) return 'unknown-key';
    return fault instanceof errors.JWSSignatureVerificationFailed ? 'tampered' : 'malformed';
  }
};

const timeFault = (claims: BadgeClaims & { iat?: number }, now: Date): BadgeFault | null => {
  const second = Math.floor(now.getTime() / 1000);
  if ((claims.iat ?? 0) > second + SKEW_S) return 'not-yet-valid';
  return claims.exp <= second ? 'expired' : null;
};

/**
 * Checks a badge without asking anybody: is it the service's, untouched, in force, and for this domain?
 * @param svg the picture as text
 * @param keys kept or fetched earlier
 * @param found where it was found (`site`) and the instant to judge by (`now`; the present where it is left out)
 */
export const checkBadge = async (
  svg: string,
  keys: BadgeKeys,
  found: Readonly<{ site?: string; now?: Date }> = {},
): Promise<BadgeCheck> => {
  const seal = SEAL.exec(svg);
  if (seal?.[1] === undefined) return { valid: false, fault: 'no-seal', claims: null };
  const claims = await signed(seal[1], keys);
  if (typeof claims === 'string') return { valid: false, fault: claims, claims: null };
  const { picture } = claims as BadgeClaims & { picture?: unknown };
  const fault =
    (await hashOf(svg.replace(seal[0], ''))) === picture
      ? timeFault(claims, found.now ?? new Date())
      : 'repainted';
  if (fault !== null) return { valid: false, fault, claims };
  if (found.site !== undefined && found.site.toLowerCase() !== claims.aud)
    return { valid: false, fault: 'other-domain', claims };
  return { valid: true, claims };
};
