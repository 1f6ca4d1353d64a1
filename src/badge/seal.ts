import { createHash } from 'node:crypto';
import type { CryptoKey } from 'jose';
import { z } from 'zod';
import { type BadgeState, badgeStates } from '../../schema/badge.ts';
import { day, instant } from '../../schema/base.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { addDays } from '../text/dates.ts';

/** What a badge without a treatment or a mark is about. */
const LICENCE = 'licence';

/** What a seal states; signed with EdDSA and carried inside the picture. */
export const sealClaims = z.object({
  iss: z.string(),
  /** Registry id of the institution. */
  sub: z.string(),
  /** The one domain the badge is issued for. */
  aud: z.string(),
  campus: z.string().nullable(),
  /** Code of the treatment or the mark that the state is about; `licence` for the practice licence. */
  about: z.string().default(LICENCE),
  state: z.enum(badgeStates),
  generation: z.number().int(),
  policy: z.string(),
  asOf: day,
  answeredAt: instant,
  /** SHA-256 (base64url) of the picture without the seal: repainting a badge breaks it. */
  picture: z.string(),
  iat: z.number().int(),
  exp: z.number().int(),
});
export type SealClaims = Readonly<z.infer<typeof sealClaims>>;

/** A seal never outlives a day (anchors.md §5), nor the day on which its answer may change. */
const LIFE_S = 86_400;
const HOUR_S = 3600;

const METADATA = /<metadata>([\w.-]*)<\/metadata>/;

/** The picture as it was before the seal went in, and the seal; null when there is none. */
export const readSeal = (svg: string): { bare: string; token: string } | null => {
  const found = METADATA.exec(svg);
  return found?.[1] === undefined ? null : { bare: svg.replace(found[0], ''), token: found[1] };
};

/** Puts a seal into a picture, after its title. */
const bakeSeal = (bare: string, token: string): string =>
  bare.replace('</title>', () => `</title><metadata>${token}</metadata>`);

/** Fingerprint of a picture without its seal. */
export const pictureHash = (bare: string): string => createHash('sha256').update(bare).digest('base64url');

/** When what was said at `issued` ends, in seconds: after a day, or when the answer may change. */
export const expiryOf = (verdict: Pick<Verdict, 'nextDue'>, issued: number): number => {
  const day = issued + LIFE_S;
  if (verdict.nextDue === null) return day;
  // Midnight in Asia/Shanghai is 16:00 UTC of the day before.
  const due = Date.parse(`${addDays(verdict.nextDue, -1)}T16:00:00Z`) / 1000;
  return due > issued ? Math.min(day, due) : day;
};

const MINUTE_S = 60;

/** What a verifier reads as the time of issue: a minute back, so that one whose clock is behind does not refuse it. */
export const issuedAt = (second: number): number => second - MINUTE_S;

/** A key that signs: its id, by what, and its handle. */
export type SealKey = Readonly<{ kid: string; alg: 'EdDSA' | 'ES256'; privateKey: CryptoKey }>;
type SealInput = Readonly<{
  issuer: string;
  institution: string;
  site: string;
  campus: string | null;
  ask: string | null;
  state: BadgeState;
  verdict: Verdict;
}>;

/**
 * Signs what a picture says and bakes the seal into it. Issued on the full hour, so that one hour of one
 * generation gives the same bytes and caches can agree; ends after at most 24 hours.
 * @param bare picture of `drawBadge`
 * @param now the instant of issue
 */
export const sealBadge = async (bare: string, input: SealInput, key: SealKey, now: Date): Promise<string> => {
  const issued = Math.floor(now.getTime() / 1000 / HOUR_S) * HOUR_S;
  const { verdict } = input;
  const claims: SealClaims = {
    iss: input.issuer,
    sub: input.institution,
    aud: input.site,
    campus: input.campus,
    about: input.ask ?? LICENCE,
    state: input.state,
    generation: verdict.generation,
    policy: verdict.policyVersion,
    asOf: verdict.asOf,
    answeredAt: new Date(issued * 1000).toISOString(),
    picture: pictureHash(bare),
    iat: issuedAt(issued),
    exp: expiryOf(verdict, issuedAt(issued)),
  };
  const { SignJWT } = await import('jose');
  const token = await new SignJWT({ ...claims })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'licet-badge+jwt' })
    .sign(key.privateKey);
  return bakeSeal(bare, token);
};
