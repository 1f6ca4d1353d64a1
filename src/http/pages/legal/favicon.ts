const SIDE = 32;
/** Blue, green, red, opacity. */
type Colour = readonly [number, number, number, number];
const BRAND: Colour = [0x63, 0x5c, 0x0b, 255];
const WHITE: Colour = [255, 255, 255, 255];
const NONE: Colour = [0, 0, 0, 0];

/** Half the width of the shield at a height: straight sides, then a round foot. */
const halfWidth = (y: number): number => {
  if (y < 2 || y > 30) return 0;
  return y < 15 ? 13 : 13 * Math.sqrt(1 - ((y - 15) / 15) ** 2);
};

type Point = readonly [number, number];

/** Distance of a point from a stroke between two others. */
const fromStroke = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
};

/** A white L on a shield: no tick, since the sign of the service confirms nothing. */
const colourAt = (at: Point): Colour => {
  const [x, y] = at;
  if (Math.abs(x - 16) > halfWidth(y)) return NONE;
  const letter = Math.min(fromStroke(at, [12, 8], [12, 21]), fromStroke(at, [12, 21], [20, 21]));
  return letter < 1.8 ? WHITE : BRAND;
};

const HEAD = 22;
const BITMAP_HEAD = 40;
const MASK = (SIDE * SIDE) / 8;

/** The icon for those who ask for `/favicon.ico` without reading a page: 32 × 32, one bitmap of four bytes a point. */
export const faviconIco = (): Buffer => {
  const size = BITMAP_HEAD + SIDE * SIDE * 4 + MASK;
  const file = Buffer.alloc(HEAD + size);
  file.writeUInt16LE(1, 2);
  file.writeUInt16LE(1, 4);
  file.set([SIDE, SIDE, 0, 0], 6);
  file.writeUInt16LE(1, 10);
  file.writeUInt16LE(32, 12);
  file.writeUInt32LE(size, 14);
  file.writeUInt32LE(HEAD, 18);
  file.writeUInt32LE(BITMAP_HEAD, HEAD);
  file.writeInt32LE(SIDE, HEAD + 4);
  file.writeInt32LE(SIDE * 2, HEAD + 8);
  file.writeUInt16LE(1, HEAD + 12);
  file.writeUInt16LE(32, HEAD + 14);
  for (let row = 0; row < SIDE; row += 1)
    for (let column = 0; column < SIDE; column += 1) {
      const place = HEAD + BITMAP_HEAD + ((SIDE - 1 - row) * SIDE + column) * 4;
      file.set(colourAt([column + 0.5, row + 0.5]), place);
    }
  return file;
};
