import { crc32 } from 'node:zlib';
import { ShapeError } from '../../../schema/source.ts';
import { decodePage } from '../../readers/formats/charset.ts';
import { decodeSent } from '../../readers/formats/plain-text.ts';

/** A page as a person saved it: the proof of what was typed. */
export type Proof = Readonly<{ bytes: Uint8Array; contentType: string }>;

/** The proof, or why the bytes cannot be one. */
type SniffedProof = Readonly<{ proof: Proof } | { fault: string }>;

/** The largest page that is kept as a proof, in bytes: the same limit as for fetched pages. */
export const MOST_PROOF_BYTES = 20 * 1_048_576;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Walks the chunks of a PNG: each whole, with the checksum it states, the header first and the end last. */
const isPng = (bytes: Uint8Array): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = PNG.length;
  for (let first = true; at + 12 <= bytes.length; first = false) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    const kind = latin1(bytes.subarray(at + 4, at + 8));
    if (end > bytes.length || first !== (kind === 'IHDR')) return false;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return false;
    if (kind === 'IEND') return end === bytes.length;
    at = end;
  }
  return false;
};

const isPdf = (bytes: Uint8Array): boolean => latin1(bytes.subarray(-2048)).includes('%%EOF');
const isJpeg = (bytes: Uint8Array): boolean => latin1(bytes.subarray(-4096)).includes('\xff\xd9');

const isHtml = (bytes: Uint8Array): boolean => {
  try {
    const { text } = decodePage(bytes, 'text/html');
    return !text.includes('\0') && /<\s*(!doctype\s+html|html|head|body|table|div|p|meta)\b/i.test(text);
  } catch (cause) {
    if (cause instanceof ShapeError) return false;
    throw cause;
  }
};

/** The page's text as a person copied it: UTF-8 without control signs. */
const isText = (bytes: Uint8Array): boolean => {
  const text = decodeSent(bytes, 'utf-8')?.text;
  return text !== undefined && !text.includes('\0') && text.trim() !== '';
};

type Form = Readonly<{
  contentType: string;
  name: string;
  mark: readonly number[];
  whole: (bytes: Uint8Array) => boolean;
  endings: RegExp;
}>;

/** What a saved page may be, told by its first bytes; HTML and text, which have none, last. */
const forms: readonly Form[] = [
  { contentType: 'image/png', name: 'PNG', mark: PNG, whole: isPng, endings: /\.png$/i },
  {
    contentType: 'application/pdf',
    name: 'PDF',
    mark: [0x25, 0x50, 0x44, 0x46, 0x2d],
    whole: isPdf,
    endings: /\.pdf$/i,
  },
  {
    contentType: 'image/jpeg',
    name: 'JPEG',
    mark: [0xff, 0xd8, 0xff],
    whole: isJpeg,
    endings: /\.jpe?g$/i,
  },
  { contentType: 'text/html', name: 'HTML', mark: [], whole: isHtml, endings: /\.html?$/i },
  { contentType: 'text/plain; charset=utf-8', name: 'text', mark: [], whole: isText, endings: /\.txt$/i },
];

/**
 * Says what a saved page is by its bytes, and refuses one that is not what its name says, cut short, or of no known form.
 * Pure: the bytes are looked at, nothing in them is run. `file` is the name it came under.
 */
export const sniffProof = (bytes: Uint8Array, file: string): SniffedProof => {
  if (bytes.length === 0) return { fault: 'is empty; save the page anew' };
  if (bytes.length > MOST_PROOF_BYTES)
    return { fault: `is larger than ${MOST_PROOF_BYTES / 1_048_576} MB; save the page alone, not the site` };
  const named = forms.find(({ endings }) => endings.test(file));
  if (named === undefined)
    return { fault: 'is of no known form; save the page as .html, .pdf, .png or .txt' };
  const found = forms.find(({ mark, whole }) => begins(bytes, mark) && (mark.length > 0 || whole(bytes)));
  if (found !== named)
    return {
      fault: `is not what its name says: no ${named.name}${found === undefined ? '' : ` but ${found.name}`}; save the page anew`,
    };
  return found.whole(bytes)
    ? { proof: { bytes, contentType: found.contentType } }
    : { fault: `is a ${found.name} that is damaged or cut short; save the page anew` };
};
