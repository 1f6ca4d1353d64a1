/**
 * A font of one empty glyph, as wide as it is high, that stands for every Han letter, kana and full-width sign: some 600
 * bytes that hold the place of a letter until its real piece has arrived, so that nothing on the page moves. Written by hand
 * after the OpenType specification; each number is named where it stands.
 */
const EM = 1000;

const u16 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => {
    bytes.writeUInt16BE(value & 0xffff, at * 2);
  });
  return bytes;
};

const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => {
    bytes.writeUInt32BE(value >>> 0, at * 4);
  });
  return bytes;
};

const zeros = (length: number): Buffer => Buffer.alloc(length);

/** First and last code point of each stretch that is written in squares. */
const SQUARES = [
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0xff01, 0xff60],
  [0x20000, 0x3134f],
] as const;

/** Format 13, many to one: all code points of a stretch have glyph 1. */
const cmap = (): Buffer => {
  const groups = Buffer.concat(SQUARES.map(([first, last]) => u32(first, last, 1)));
  const head = Buffer.concat([u16(13, 0), u32(16 + groups.length, 0, SQUARES.length)]);
  // One table, for Windows and full Unicode, 12 bytes further on.
  return Buffer.concat([u16(0, 1, 3, 10), u32(12), head, groups]);
};

const ASCENT = 880;
const DESCENT = -120;

const head = Buffer.concat([
  u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
  u16(3, EM),
  zeros(16),
  u16(0, 0, EM, EM, 0, 8, 2, 0, 0),
]);
const hhea = Buffer.concat([u32(0x00010000), u16(ASCENT, DESCENT, 0, EM, 0, 0, EM, 1), zeros(14), u16(1)]);
const maxp = Buffer.concat([u32(0x00010000), u16(2, 0, 0, 0, 0, 2), zeros(16)]);
/** Version 4; the classes say: regular weight, normal width, any Unicode range. */
const os2 = Buffer.concat([
  u16(4, EM, 400, 5, 0),
  zeros(22),
  zeros(10),
  zeros(16),
  Buffer.from('LICT'),
  u16(0x40, 0x2e80, 0xffff, ASCENT, DESCENT, 0, ASCENT, -DESCENT),
  zeros(8),
  u16(500, 700, 0, 0x20, 1),
]);
const post = Buffer.concat([u32(0x00030000), zeros(28)]);

const tables: Readonly<Record<string, Buffer>> = {
  'OS/2': os2,
  cmap: cmap(),
  glyf: zeros(4),
  head,
  hhea,
  hmtx: u16(EM, 0, 0),
  loca: u16(0, 0, 0),
  maxp,
  name: u16(0, 0, 6),
  post,
};

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, zeros((4 - (bytes.length % 4)) % 4)]);

const checksum = (bytes: Buffer): number => {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
};

/** The font file. */
export const blankFont = (): Buffer => {
  const names = Object.entries(tables);
  let offset = 12 + names.length * 16;
  const rows = names.map(([name, bytes]) => {
    const row = Buffer.concat([Buffer.from(name), u32(checksum(padded(bytes)), offset, bytes.length)]);
    offset += padded(bytes).length;
    return row;
  });
  // Ten tables: the search fields of the header are those of the next lower power of two.
  const start = Buffer.concat([u32(0x00010000), u16(names.length, 128, 3, names.length * 16 - 128)]);
  return Buffer.concat([start, ...rows, ...names.map(([, bytes]) => padded(bytes))]);
};
