/** What a line of the badge shows. `name` is the one name of the small sizes; `title` of the SVG always holds both. */
export type LineKind = 'status' | 'zh' | 'en' | 'name' | 'when' | 'site';

type Line = Readonly<{ what: LineKind; y: number; px: number }>;

export type Layout = Readonly<{
  /** Size on the page, px. */
  width: number;
  height: number;
  /** Coordinates the layout is drawn in. */
  box: readonly [number, number];
  /** Left upper corner and edge of the shape. */
  shape: readonly [x: number, y: number, edge: number];
  /** Where text starts (or its middle) and how wide it may be. */
  text: Readonly<{ x: number; max: number; middle: boolean }>;
  /** True where only the short words fit. */
  brief: boolean;
  lines: readonly Line[];
}>;

const wide: Omit<Layout, 'width' | 'height'> = {
  box: [240, 80],
  shape: [10, 22, 36],
  text: { x: 56, max: 176, middle: false },
  brief: false,
  lines: [
    { what: 'status', y: 19, px: 14 },
    { what: 'zh', y: 35, px: 11.5 },
    { what: 'en', y: 48, px: 9 },
    { what: 'when', y: 60.5, px: 9 },
    { what: 'site', y: 73, px: 9 },
  ],
};

/** The sizes partners have slots for: the classic seal (73 × 79), a button, a card and a large card. */
export const layouts = {
  seal: {
    width: 73,
    height: 79,
    box: [73, 79],
    shape: [26, 4, 21],
    text: { x: 36.5, max: 66, middle: true },
    brief: true,
    lines: [
      { what: 'status', y: 37, px: 10 },
      { what: 'name', y: 49, px: 7.5 },
      { what: 'when', y: 61, px: 7 },
      { what: 'site', y: 72, px: 7 },
    ],
  },
  small: {
    width: 120,
    height: 40,
    box: [120, 40],
    shape: [5, 9, 22],
    text: { x: 32, max: 84, middle: false },
    brief: true,
    lines: [
      { what: 'status', y: 12, px: 9.5 },
      { what: 'name', y: 21, px: 7 },
      { what: 'when', y: 29.5, px: 7 },
      { what: 'site', y: 37.5, px: 7 },
    ],
  },
  medium: { width: 240, height: 80, ...wide },
  large: { width: 360, height: 120, ...wide },
} as const satisfies Readonly<Record<string, Layout>>;

export type BadgeSize = keyof typeof layouts;
export const badgeSizes = Object.keys(layouts) as readonly BadgeSize[];
