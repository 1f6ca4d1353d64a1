import type { BadgeState } from '../../schema/badge.ts';

/**
 * One outline and one sign per state, in a field of 32 × 32: told apart without colour, and in black and white print.
 * `outline` is filled with the state's colour, `sign` is drawn on it in the colour of the paper.
 */
export const shapes: Readonly<Record<BadgeState, Readonly<{ outline: string; sign: string }>>> = {
  /** Circle, tick. */
  confirmed: { outline: 'M16 1a15 15 0 1 1 0 30a15 15 0 0 1 0-30z', sign: 'M9 16.5l5 5L23.5 11' },
  /** Square, tick above a dotted line: something stands, something is open. */
  limited: {
    outline: 'M3 1h26a2 2 0 0 1 2 2v26a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z',
    sign: 'M9.5 12.5l4.5 4.5L23 8M8 24h3m3.5 0h3m3.5 0h3',
  },
  /** Octagon, cross: the road sign for stop. */
  refuted: { outline: 'M10 1h12l9 9v12l-9 9H10l-9-9V10z', sign: 'M10.5 10.5l11 11m0-11l-11 11' },
  /** Octagon, bar: no entry, for anybody. */
  prohibited: { outline: 'M10 1h12l9 9v12l-9 9H10l-9-9V10z', sign: 'M7.5 16h17' },
  /** Hourglass. */
  expired: { outline: 'M4 1h24v6l-8 9 8 9v6H4v-6l8-9-8-9z', sign: 'M9 6h14M9 26h14' },
  /** Hexagon, question mark: a diamond with one reads as a letter that a font lacks. */
  unknown: {
    outline: 'M16 .5l13.4 7.75v15.5L16 31.5 2.6 23.75V8.25z',
    sign: 'M12 13a4 4 0 1 1 5.5 3.5q-1.5 .8-1.5 2.5M16 23v.6',
  },
  /** Ring with a bar: no entry. */
  'not-for-site': {
    outline: 'M16 1a15 15 0 1 1 0 30a15 15 0 0 1 0-30z',
    sign: 'M8 16h16M5.5 16a10.5 10.5 0 1 1 21 0a10.5 10.5 0 1 1-21 0',
  },
};
