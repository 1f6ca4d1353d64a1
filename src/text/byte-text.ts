/**
 * Bytes as a text with one character for each: V8 keeps it in as much memory as the bytes, and Node sends it in one piece with the head of an answer,
 * where a buffer goes in two.
 */
export type ByteText = string & { readonly bytes: unique symbol };

/** The bytes of a text in UTF-8. */
export const byteText = (text: string): ByteText => Buffer.from(text).toString('latin1') as ByteText;

/** The same of bytes that are at hand. */
export const asByteText = (bytes: Buffer): ByteText => bytes.toString('latin1') as ByteText;

/** One after another. */
export const joinBytes = (...parts: readonly ByteText[]): ByteText => parts.join('') as ByteText;

export const bytesOf = (text: ByteText): Buffer => Buffer.from(text, 'latin1');
