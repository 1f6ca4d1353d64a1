import { charsetLabelled, type Decoded, decodeStrictly, markedCharset } from './charset.ts';

/** Signs that Chinese prose is made of: Han of everyday use, its punctuation and full-width forms. */
const CHINESE = /[\u4e00-\u9fa5\u3000-\u301e\uff01-\uff5e\u2014\u2018-\u201d\u2026\u00b7]/g;
/** Bytes that are no GB18030 prose decode to rare signs; prose has nearly none. */
const PLAINLY = 0.9;

/** UTF-8 with a sign cut off has more whole signs than broken ones; GB18030 read as UTF-8 has next to none. */
const isBrokenUtf8 = (bytes: Uint8Array): boolean => {
  const read = new TextDecoder('utf-8').decode(bytes);
  const lost = read.match(/\uFFFD/g)?.length ?? 0;
  return (read.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0) >= lost;
};

/** Text sent without a charset that is not UTF-8: taken for GB18030 only where that makes Chinese prose of it. */
const plainlyChinese = (bytes: Uint8Array): string | null => {
  const text = isBrokenUtf8(bytes) ? null : decodeStrictly(bytes, 'gb18030');
  if (text === null) return null;
  const foreign = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return foreign > 0 && (text.match(CHINESE)?.length ?? 0) / foreign >= PLAINLY ? text : null;
};

/** No text of people holds control signs but these, nor signs that no one has assigned: line ends read the wrong way round are such. */
const NO_PROSE = /(?![\t\r\n])\p{Cc}|[\p{Cn}\p{Co}\p{Cs}]/u;
const LOOKED_AT = 4_096;

/** UTF-16 without its mark, as some programs save it: told by the zero bytes of its commas, tabs and line ends. */
const plainlyUtf16 = (bytes: Uint8Array): PlainText | null => {
  if (bytes.length % 2 !== 0 || !bytes.subarray(0, LOOKED_AT).includes(0)) return null;
  for (const charset of ['utf-16le', 'utf-16be'] as const) {
    const text = decodeStrictly(bytes, charset);
    if (text !== null && !NO_PROSE.test(text)) return { text, charset };
  }
  return null;
};

type PlainText = Readonly<{ text: string; charset: Decoded['charset'] }>;

/**
 * Decodes what a person or a program sent: a byte-order mark settles it, then the declared charset (`declared` as in a
 * content type's `charset=`), else UTF-16 that
 * is plainly that, UTF-8, or what is plainly Chinese in GB18030. Null where none fits, or an unknown charset
 * is declared: nothing is answered about text with signs lost.
 */
export const decodeSent = (bytes: Uint8Array, declared?: string): PlainText | null => {
  const mark = markedCharset(bytes);
  const label = declared === undefined ? undefined : charsetLabelled(declared);
  if (label === null) return null;
  const charset = mark ?? label;
  const unmarked = charset === undefined ? plainlyUtf16(bytes) : null;
  if (unmarked !== null) return unmarked;
  const text = decodeStrictly(bytes, charset ?? 'utf-8');
  if (text !== null) return { text, charset: charset ?? 'utf-8' };
  const guessed = charset === undefined ? plainlyChinese(bytes) : null;
  return guessed === null ? null : { text: guessed, charset: 'gb18030' };
};
