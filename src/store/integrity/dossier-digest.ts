import { hash } from 'node:crypto';

/** A member that JSON wrote after another one; inside a string its quotes would be escaped, so that no text is taken for it. */
const RETRIEVED_AT = /,"retrievedAt":"[^"\\]*"/g;

/**
 * Digest of a dossier's content as it is stored (JSON without spaces), 64 hexadecimal digits. When we fetched a page says nothing
 * about the institution, so `retrievedAt` is left out: the same pages read another night give the same digest.
 */
export const dossierDigest = (body: string): string => hash('sha256', body.replace(RETRIEVED_AT, ''), 'hex');
