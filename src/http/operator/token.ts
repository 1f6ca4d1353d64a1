import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { LiveToken } from '../../store/operators.ts';
import { bearerToken } from '../bearer.ts';

const TOKEN = /^licet_op_[\w-]{43}$/;

/** A token has 256 random bits, so a plain SHA-256 of it cannot be guessed back; slow hashes are for passwords people choose. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A new operator's token, shown once, and the hash that is kept of it. */
export const newOperatorToken = (): Readonly<{ token: string; tokenHash: string }> => {
  const token = `licet_op_${randomBytes(32).toString('base64url')}`;
  return { token, tokenHash: hashOf(token).toString('hex') };
};

/**
 * Whose token an `Authorization` header holds; null for none that is live. Every live token is compared, each in constant
 * time, so that the time taken says nothing of how near a guess came or whose it was.
 */
export const whoseToken = (live: readonly LiveToken[], authorization: string | undefined): string | null => {
  const token = bearerToken(authorization) ?? '';
  const given = hashOf(TOKEN.test(token) ? token : '');
  let name: string | null = null;
  for (const one of live) if (timingSafeEqual(Buffer.from(one.tokenHash, 'hex'), given)) name = one.name;
  return name;
};
