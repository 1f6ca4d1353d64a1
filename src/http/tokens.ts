import { createHash, randomBytes } from 'node:crypto';

/**
 * The token of an `Authorization: Bearer …` header; null for none. The scheme's word may be written in any case and followed by
 * any number of spaces (RFC 9110 §11.1, §11.4).
 */
export const bearerToken = (authorization: string | undefined): string | null =>
  /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;

/**
 * A token has 256 random bits, so a plain SHA-256 of it cannot be guessed back; slow hashes are for passwords people choose.
 * For the same reason it may be looked up by its hash: the time that takes says nothing a guess could be mended by.
 */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A new token, shown once, and the hash that is kept of it, in hexadecimal. */
type NewToken = Readonly<{ token: string; tokenHash: string }>;

/** One kind of token: how it is made, and how it is read off a request. */
type TokenKind = Readonly<{
  make(): NewToken;
  /**
   * The hash of a token of this kind; null for what is none. One that was cut short is still of its kind: it is on no file, and so
   * refused, never taken for none.
   */
  hash(token: string): string | null;
  /** The hash of the token of this kind in an `Authorization` header; null for none, or one of another kind. */
  hashIn(authorization: string | undefined): string | null;
}>;

/**
 * Declares a kind of token: a prefix that tells whoever finds one what it is, and 43 characters (256 random bits) behind it. Operators
 * and partners have one kind each.
 * @param besides prefixes of other kinds that begin with this one
 */
export const tokenKind = (prefix: string, besides: readonly string[] = []): TokenKind => {
  const hash = (token: string): string | null => {
    if (!token.startsWith(prefix)) return null;
    const whole = /^[\w-]{43}$/.test(token.slice(prefix.length));
    return whole || !besides.some((other) => token.startsWith(other)) ? hashOf(token) : null;
  };
  return {
    make: () => {
      const token = `${prefix}${randomBytes(32).toString('base64url')}`;
      return { token, tokenHash: hashOf(token) };
    },
    hash,
    hashIn: (authorization) => hash(bearerToken(authorization) ?? ''),
  };
};
