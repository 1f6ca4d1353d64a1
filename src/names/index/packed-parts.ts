import type { NameParts } from '../parse/parts.ts';
import { latin } from '../parse/sound.ts';
import { growableNumbers, type TextList, textInterner } from './text-list.ts';

/** Groups of parts that many names share, each kept once: kind of house, place, parent and distinctive core. */
export type PlaceGroup = Pick<NameParts, 'places' | 'districts'>;
export type ParentGroup = Pick<NameParts, 'parent' | 'parentText'>;
export type CoreGroup = Pick<NameParts, 'core' | 'coreText' | 'coreSound'>;
/** Every part that is in no other group; a part added to `NameParts` later is kept here, and read by `unpack-parts.ts`. */
export type KindGroup = Omit<
  NameParts,
  keyof PlaceGroup | keyof ParentGroup | keyof CoreGroup | 'script' | 'text' | 'rest' | 'sound'
>;

/**
 * The parts of all names of an index, packed when it is built: for each name the numbers of its four groups in `shared`, and
 * which characters of its canonical text make up `rest`.
 */
export type PackedParts = Readonly<{
  kind: Uint32Array;
  place: Uint32Array;
  parent: Uint32Array;
  core: Uint32Array;
  /** Which of the first 32 characters of the canonical text `rest` keeps, a bit each. */
  rest: Uint32Array;
  /** How to get the canonical text: `VERBATIM`, `CANONICAL` or `PARSE_AGAIN`. */
  textOrigin: Uint8Array;
  /** How the names are spoken: syllables by number, name `i` at `soundStart[i]` … `soundStart[i + 1]`. */
  sound: Uint16Array;
  soundStart: Uint32Array;
  shared: TextList;
  syllable: TextList;
}>;

/** The canonical text is the name itself; is made from it by `canonicalZh`; or does not fit the mask, so the name is parsed again. */
export const VERBATIM = 0;
const CANONICAL = 1;
export const PARSE_AGAIN = 2;
const LONGEST_MASK = 32;

/** Bits of the characters that make up `rest`, read from left to right; null when they do not. */
const maskOf = (text: string, rest: string): number | null => {
  let mask = 0;
  let at = 0;
  for (let i = 0; i < text.length && at < rest.length; i += 1)
    if (text[i] === rest[at]) {
      if (i >= LONGEST_MASK) return null;
      mask |= 1 << i;
      at += 1;
    }
  return at === rest.length ? mask >>> 0 : null;
};

/** The parts of one name, ready to be packed: its four groups as they are kept, and how it is spoken. */
export type PartsRead = Readonly<{
  kind: string;
  place: string;
  parent: string;
  core: string;
  rest: number;
  textOrigin: number;
  sound: readonly string[];
}>;

const written = (group: KindGroup | PlaceGroup | ParentGroup | CoreGroup): string => JSON.stringify(group);

/** Reads the parts of a name for packing: of the name alone. */
export const readParts = (name: string, parts: NameParts): PartsRead => {
  const { script, text, sound, rest, places, districts, ...more } = parts;
  const { parent, parentText, core, coreText, ...others } = more;
  const mask = maskOf(text, rest);
  const origin = text === name || script === 'latin' ? VERBATIM : CANONICAL;
  return {
    kind: written(others),
    place: written({ places, districts }),
    parent: written({ parent, parentText }),
    core: written({ core, coreText, ...(coreText === '' ? {} : { coreSound: latin(coreText) }) }),
    rest: mask ?? 0,
    textOrigin: mask === null ? PARSE_AGAIN : origin,
    sound: sound(),
  };
};

/** Packs the parts of names, one name after another. */
export const packParts = () => {
  const [kind, place, parent, core] = [
    growableNumbers(),
    growableNumbers(),
    growableNumbers(),
    growableNumbers(),
  ];
  const [rest, textOrigin] = [growableNumbers(), growableNumbers()];
  const [sound, soundStart] = [growableNumbers(), growableNumbers()];
  const [shared, syllable] = [textInterner(), textInterner()];
  soundStart.push(0);
  return {
    push: (read: PartsRead): void => {
      kind.push(shared.numberOf(read.kind));
      place.push(shared.numberOf(read.place));
      parent.push(shared.numberOf(read.parent));
      core.push(shared.numberOf(read.core));
      rest.push(read.rest);
      textOrigin.push(read.textOrigin);
      for (const one of read.sound) sound.push(syllable.numberOf(one));
      soundStart.push(sound.length);
    },
    done: (): PackedParts => ({
      kind: kind.done(),
      place: place.done(),
      parent: parent.done(),
      core: core.done(),
      rest: rest.done(),
      textOrigin: Uint8Array.from(textOrigin.done()),
      sound: Uint16Array.from(sound.done()),
      soundStart: soundStart.done(),
      shared: shared.done(),
      syllable: syllable.done(),
    }),
  };
};
