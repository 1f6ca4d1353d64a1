import { simplify } from '../../text/han.ts';

/** A text made comparable, and for each of its UTF-16 units where it came from in the text as sent. */
export type Folded = Readonly<{
  text: string;
  /** Offset of the character that gave this unit. */
  starts: Uint32Array;
  /** Offset behind the character that gave this unit. */
  ends: Uint32Array;
}>;

const HAN = /\p{Script=Han}/u;
const SPACE = /[\s\-_/‐-―]/u;
const UNSEEN = /\p{Cf}/u;

const plain = new Map<string, string>();

/** One character: width, case, traditional form and kind of quotation mark no longer matter. */
const plainOf = (char: string): string => {
  const known = plain.get(char);
  if (known !== undefined) return known;
  const folded = UNSEEN.test(char)
    ? ''
    : simplify(char.normalize('NFKC')).toLowerCase().replace(/[‘’ʼ]/gu, "'").replace(SPACE, ' ');
  if (plain.size < 30_000) plain.set(char, folded);
  return folded;
};

/**
 * Folds a text in one pass: case, width, traditional characters and invisible characters go, every run of blanks, hyphens
 * and slashes becomes one blank, and blanks between Chinese characters go. Offsets stay known.
 */
export const fold = (text: string): Folded => {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const drop = (): void => {
    out.pop();
    starts.pop();
    ends.pop();
  };
  let at = 0;
  for (const char of text) {
    const end = at + char.length;
    for (const unit of plainOf(char)) {
      const blank = unit === ' ';
      if (blank && (out.length === 0 || out.at(-1) === ' ')) continue;
      if (!blank && out.at(-1) === ' ' && HAN.test(unit) && HAN.test(out.at(-2) ?? '')) drop();
      for (const half of unit.split('')) {
        out.push(half);
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { text: out.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
};

/** Where something was found in the text as sent: offsets in UTF-16 units, and the very words. */
export type Span = Readonly<{ start: number; end: number; text: string }>;

/** The place in the text as sent of a place in the folded one. */
export const spanOf = (original: string, folded: Folded, from: number, until: number): Span => {
  const start = folded.starts[from] ?? 0;
  const end = folded.ends[until - 1] ?? start;
  return { start, end, text: original.slice(start, end) };
};
