/**
 * Bytes as a text with one character for each: V8 keeps it in as much memory as the bytes, and Node sends it in one piece with the head of an answer,
 * where a buffer goes in two.
 */
export type ByteText = string & { readonly bytes: unique symbol };

/** Where texts are put into bytes, one after another and without a pause: a buffer for each would cost as much again. */
const ROOM = 256 * 1024;
const room = Buffer.allocUnsafeSlow(ROOM);
/** Most bytes that a UTF-16 unit takes. */
const WIDEST = 3;

/** The bytes of a text in UTF-8. */
export const byteText = (text: string): ByteText => {
  if (text.length * WIDEST > ROOM) return Buffer.from(text).toString('latin1') as ByteText;
  return room.toString('latin1', 0, room.write(text)) as ByteText;
};

/** The bytes of two texts with bytes that are at hand between them. */
export const byteTextAround = (before: string, within: ByteText, after: string): ByteText => {
  const most = (before.length + after.length) * WIDEST + within.length;
  if (most > ROOM) return (byteText(before) + within + byteText(after)) as ByteText;
  const from = room.write(before);
  const to = from + room.write(within, from, 'latin1');
  return room.toString('latin1', 0, to + room.write(after, to)) as ByteText;
};

/** The same of bytes that are at hand. */
export const asByteText = (bytes: Buffer): ByteText => bytes.toString('latin1') as ByteText;

export const bytesOf = (text: ByteText): Buffer => Buffer.from(text, 'latin1');
