import { ShapeError } from '../../../schema/source.ts';

/** A page as text, and how its charset was settled. */
export type Decoded = Readonly<{
  text: string;
  charset: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  how: 'mark' | 'header' | 'meta' | 'detected';
}>;

/** Charsets that pages of the field declare; GB2312 and GBK are read as GB18030, which contains both. */
const LABELS: Readonly<Record<string, Decoded['charset']>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  'x-gbk': 'gb18030',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'utf-16': 'utf-16le',
};
const META_BYTES = 4096;

/** The text, or null when the bytes are not wholly in this charset. */
export const decodeStrictly = (bytes: Uint8Array, charset: Decoded['charset']): string | null => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** The charset a byte-order mark states; null without one. */
export const markedCharset = (bytes: Uint8Array): Decoded['charset'] | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
};

/** What a charset's name means here; null for one that is not read. */
export const charsetLabelled = (label: string): Decoded['charset'] | null =>
  LABELS[label.trim().toLowerCase()] ?? null;

const labelIn = (text: string): Decoded['charset'] | null => {
  const label = text.match(/charset {0,9}= {0,9}["']? {0,9}([\w-]{1,40})/i)?.[1];
  return label === undefined ? null : charsetLabelled(label);
};

/**
 * Decodes a page. A byte-order mark settles it; bytes that are whole UTF-8 are UTF-8 whatever is declared (Chinese text in
 * GBK practically never is); then the header's charset, the meta tag's, and GB18030 as what old government pages use.
 * Throws `ShapeError` when no charset fits: broken text is never handed on.
 */
export const decodePage = (bytes: Uint8Array, contentType = ''): Decoded => {
  const mark = markedCharset(bytes);
  const header = labelIn(contentType);
  const meta = labelIn(new TextDecoder('latin1').decode(bytes.subarray(0, META_BYTES)));
  const tries: readonly (readonly [Decoded['charset'] | null, Decoded['how']])[] = [
    [mark, 'mark'],
    ['utf-8', header === 'utf-8' ? 'header' : meta === 'utf-8' ? 'meta' : 'detected'],
    [header, 'header'],
    [meta, 'meta'],
    ['gb18030', 'detected'],
  ];
  for (const [charset, how] of tries) {
    const text = charset === null ? null : decodeStrictly(bytes, charset);
    if (charset !== null && text !== null) return { text, charset, how };
  }
  throw new ShapeError('the page is neither UTF-8 nor GB18030 text', { header, meta });
};
