/** What a line of the badge shows. `about`: what was checked; `name` is the one name of the small sizes; `title` of the SVG always holds both. */
export type LineKind = 'about' | 'status' | 'zh' | 'en' | 'name' | 'when' | 'site';

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
    { what: 'about', y: 13.5, px: 9.5 },
    { what: 'status', y: 28, px: 13.5 },
    { what: 'zh', y: 41.5, px: 10.5 },
    { what: 'en', y: 52.5, px: 8.5 },
    { what: 'when', y: 63, px: 8.5 },
    { what: 'site', y: 74, px: 8.5 },
  ],
};

/** The sizes partners have slots for: the classic seal (73 × 79), a button, a card and a large card. */
export const layouts = {
  seal: {
    width: 73,
    height: 79,
    box: [73, 79],
    shape: [26.5, 4, 20],
    text: { x: 36.5, max: 66, middle: true },
    brief: true,
    lines: [
      { what: 'about', y: 33, px: 7 },
      { what: 'status', y: 43.5, px: 9.5 },
      { what: 'name', y: 54, px: 7 },
      { what: 'when', y: 64, px: 7 },
      { what: 'site', y: 74, px: 7 },
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
      { what: 'about', y: 7.5, px: 6.5 },
      { what: 'status', y: 15.8, px: 8.5 },
      { what: 'name', y: 23, px: 6.5 },
      { what: 'when', y: 29.8, px: 6.5 },
      { what: 'site', y: 36.6, px: 6.5 },
    ],
  },
  medium: { width: 240, height: 80, ...wide },
  large: { width: 360, height: 120, ...wide },
} as const satisfies Readonly<Record<string, Layout>>;

export type BadgeSize = keyof typeof layouts;
export const badgeSizes = Object.keys(layouts) as readonly BadgeSize[];
