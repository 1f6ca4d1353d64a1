import { fc } from './draws.ts';

/** Code points of surrogates: they stand for nothing alone. */
const SURROGATES = { first: 0xd800, count: 0x800 } as const;

const codePoint = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }),
  fc.integer({ min: 0x4e00, max: 0x9fff }),
  fc
    .integer({ min: 0, max: 0x10ffff - SURROGATES.count })
    .map((at) => (at < SURROGATES.first ? at : at + SURROGATES.count)),
);

/**
 * Any text: letters and signs of ASCII, Han characters, and whatever else Unicode has. `fc.string({ unit: 'binary' })` draws
 * the like, but takes a second of every process to list all code points.
 */
export const anyText = (bounds: Readonly<{ minLength?: number; maxLength?: number }> = {}) =>
  fc.array(codePoint, bounds).map((points) => String.fromCodePoint(...points));
