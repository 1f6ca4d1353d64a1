import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a page that asks for a passkey may stay open. */
const LASTS_MS = 10 * 60_000;
const NONCE_BYTES = 16;
const EXPIRY_BYTES = 8;
const BODY_BYTES = NONCE_BYTES + EXPIRY_BYTES;

/** What authenticators are asked to sign. */
export type Challenges = Readonly<{
  /** A new challenge for one purpose, in base64url. */
  make(purpose: string, nowMs: number): string;
  /** Whether a challenge, in base64url, is one of ours for this purpose, in time and not used yet. */
  holds(challenge: string, purpose: string, nowMs: number): boolean;
  /** Uses a challenge up; false where it was used before. */
  use(challenge: string, nowMs: number): boolean;
}>;

/**
 * Challenges that need no place until they are answered: each bears its end and the mark of a key of this process, so that nobody can
 * fill a store with them and push those of others out. Only answered ones are remembered, until they end.
 */
export const createChallenges = (): Challenges => {
  const key = randomBytes(32);
  const used = new Map<string, number>();
  const markOf = (body: Uint8Array, purpose: string): Buffer =>
    createHmac('sha256', key).update(body).update(purpose).digest();
  return {
    make: (purpose, nowMs) => {
      const body = Buffer.alloc(BODY_BYTES);
      randomBytes(NONCE_BYTES).copy(body);
      body.writeBigUInt64BE(BigInt(nowMs + LASTS_MS), NONCE_BYTES);
      return Buffer.concat([body, markOf(body, purpose)]).toString('base64url');
    },
    holds: (challenge, purpose, nowMs) => {
      const bytes = Buffer.from(challenge, 'base64url');
      const [body, mark] = [bytes.subarray(0, BODY_BYTES), bytes.subarray(BODY_BYTES)];
      const right = markOf(body, purpose);
      return (
        mark.length === right.length &&
        timingSafeEqual(mark, right) &&
        body.readBigUInt64BE(NONCE_BYTES) > BigInt(nowMs) &&
        !used.has(challenge)
      );
    },
    use: (challenge, nowMs) => {
      for (const [one, until] of used) if (until <= nowMs) used.delete(one);
      if (used.has(challenge)) return false;
      used.set(challenge, nowMs + LASTS_MS);
      return true;
    },
  };
};
