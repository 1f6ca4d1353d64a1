/**
 * The lines of a CSV page, header first, without empty ones. A line break within quotes belongs to its cell and ends no
 * line.
 */
type CsvLines = Readonly<{
  count: number;
  /** What ends each line. */
  end: '\n' | '\r\n';
  /** The bytes of a line, without its end. */
  line(at: number): Uint8Array;
  /** A number that a line decides, different for most. */
  signOf(at: number): number;
  /** The bytes of the lines from `from` to before `to`, with the ends between them. */
  lines(from: number, to: number): Uint8Array;
  text(at: number): string;
}>;

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const BOM = [0xef, 0xbb, 0xbf];

/** Where the next `byte` stands at or after `from`; past the end when there is none. */
const next = (bytes: Buffer, byte: number, from: number): number => {
  const at = bytes.indexOf(byte, from);
  return at === -1 ? bytes.length : at;
};

/** Line ends outside quotes, from `start` on; -1 behind the last one when a quote is never closed. */
function* lineEnds(bytes: Buffer, start: number): Generator<number> {
  let quote = next(bytes, QUOTE, start);
  let open = false;
  for (let end = next(bytes, LF, start); end < bytes.length; end = next(bytes, LF, end + 1)) {
    for (; quote < end; quote = next(bytes, QUOTE, quote + 1)) open = !open;
    if (!open) yield end;
  }
  if (open) yield -1;
}

/** Bytes of a line that its sign is made of, beside its length: at even distances, to its end. */
const SAMPLED = 32;

const signOf = (bytes: Uint8Array, from: number, to: number): number => {
  let sign = to - from;
  for (let part = 0; part < SAMPLED; part += 1)
    sign = (Math.imul(sign, 31) + (bytes[to - 1 - Math.floor(((to - from) * part) / SAMPLED)] ?? 0)) | 0;
  return sign;
};

/**
 * Finds the lines of a UTF-8 page without reading their cells. Null where only reading the cells can find them: old line ends (CR),
 * mixed ones, and a quote that is never closed.
 */
export const csvLines = (body: Uint8Array): CsvLines | null => {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  const begins = BOM.every((byte, at) => bytes[at] === byte) ? BOM.length : 0;
  const first = next(bytes, LF, begins);
  const tail = bytes[first - 1] === CR ? 1 : 0;
  if (bytes.subarray(begins, first - tail).includes(CR)) return null;
  const starts: number[] = [];
  const ends: number[] = [];
  let start = begins;
  for (const end of lineEnds(bytes, begins)) {
    if (end === -1 || (tail === 1 && bytes[end - 1] !== CR)) return null;
    if (end - tail > start) {
      starts.push(start);
      ends.push(end - tail);
    }
    start = end + 1;
  }
  return {
    count: starts.length,
    end: tail === 1 ? '\r\n' : '\n',
    line: (at) => body.subarray(starts[at], ends[at]),
    signOf: (at) => signOf(bytes, starts[at] ?? 0, ends[at] ?? 0),
    lines: (from, to) => body.subarray(starts[from], ends[to - 1]),
    text: (at) => bytes.toString('utf8', starts[at], ends[at]),
  };
};
