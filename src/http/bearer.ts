/**
 * The token of an `Authorization: Bearer …` header; null for none. The scheme's word may be written in any case and followed by
 * any number of spaces (RFC 9110 §11.1, §11.4).
 */
export const bearerToken = (authorization: string | undefined): string | null =>
  /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
