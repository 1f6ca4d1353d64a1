import { canonicalZh } from '../../name-keys/keys.ts';
import { hasHan } from '../../text/han.ts';
import { latin } from '../parse/latin.ts';
import { parseName } from '../parse/parse-name.ts';
import type { NameParts } from '../parse/parts.ts';
import { growableNumbers, type TextList, textInterner } from './text-list.ts';

/** Groups of parts that many names share, each kept once: kind of house, place, parent and distinctive core. */
type PlaceGroup = Pick<NameParts, 'places' | 'districts'>;
type ParentGroup = Pick<NameParts, 'parent' | 'parentText'>;
type CoreGroup = Pick<NameParts, 'core' | 'coreText' | 'coreSound'>;
/** Every part that is in no other group; a part added to `NameParts` later is kept here without a change of this file. */
type KindGroup = Omit<
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
const VERBATIM = 0;
const CANONICAL = 1;
const PARSE_AGAIN = 2;
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

const masked = (text: string, mask: number): string => {
  let out = '';
  for (let at = 0, left = mask; left !== 0; at += 1, left >>>= 1) if (left & 1) out += text.charAt(at);
  return out;
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
  const put = (group: KindGroup | PlaceGroup | ParentGroup | CoreGroup): number =>
    shared.numberOf(JSON.stringify(group));
  return {
    push: (name: string, parts: NameParts): void => {
      const { script, text, sound: spoken, rest: own, places, districts, ...more } = parts;
      const { parent: body, parentText, core: words, coreText, ...others } = more;
      kind.push(put(others));
      place.push(put({ places, districts }));
      parent.push(put({ parent: body, parentText }));
      core.push(put({ core: words, coreText, ...(coreText === '' ? {} : { coreSound: latin(coreText) }) }));
      const mask = maskOf(text, own);
      rest.push(mask ?? 0);
      textOrigin.push(
        mask === null ? PARSE_AGAIN : text === name || script === 'latin' ? VERBATIM : CANONICAL,
      );
      for (const one of spoken) sound.push(syllable.numberOf(one));
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

/** Parsed groups held in memory; beyond that all are dropped and read again, so that memory stays bounded. */
const MOST_HELD = 50_000;

type Read<Part> = Readonly<{ part: Part; size: number }>;

const sharedReader = (shared: TextList) => {
  const known = new Map<number, Read<unknown>>();
  return <Part extends object>(number: number): Read<Part> => {
    const before = known.get(number);
    if (before !== undefined) return before as Read<Part>;
    const part = JSON.parse(shared.at(number)) as Part;
    const read = { part, size: Object.keys(part).length };
    if (known.size >= MOST_HELD) known.clear();
    known.set(number, read);
    return read;
  };
};

/** How a name is spoken, syllable by syllable: of Chinese names, and of names in pinyin; empty for others. */
export const packedSoundReader = (packed: PackedParts): ((position: number) => readonly string[]) => {
  const syllables = Array.from({ length: packed.syllable.length }, (_, at) => packed.syllable.at(at));
  return (position) => {
    const part = packed.sound.subarray(packed.soundStart[position], packed.soundStart[position + 1]);
    return Array.from(part, (one) => syllables[one] ?? '');
  };
};

/** Members of the kind group that every Chinese name has; a name with more (a former place, a renamed university) goes the slow way. */
const PLAIN = 6;

/** Names held taken apart: a question compares each twice and more, and those of well-known hospitals come again and again. */
const MOST_NAMES_HELD = 1_024;

/** Gives the parts of the names again, exactly as `parseName` gave them, for a tenth of its cost. */
export const packedPartsReader = (
  packed: PackedParts,
  names: TextList,
): ((position: number) => NameParts) => {
  const held = new Map<number, NameParts>();
  const unpack = unpacker(packed, names);
  return (position) => {
    const known = held.get(position);
    if (known !== undefined) return known;
    const parts = unpack(position);
    if (held.size >= MOST_NAMES_HELD) held.clear();
    held.set(position, parts);
    return parts;
  };
};

const unpacker = (packed: PackedParts, names: TextList): ((position: number) => NameParts) => {
  const read = sharedReader(packed.shared);
  const soundOf = packedSoundReader(packed);
  return (position) => {
    const name = names.at(position);
    const origin = packed.textOrigin[position] ?? PARSE_AGAIN;
    if (origin === PARSE_AGAIN) return parseName(name);
    const { part: kind, size } = read<KindGroup>(packed.kind[position] ?? 0);
    const { part: place } = read<PlaceGroup>(packed.place[position] ?? 0);
    const { part: parent } = read<ParentGroup>(packed.parent[position] ?? 0);
    const { part: core } = read<CoreGroup>(packed.core[position] ?? 0);
    const han = hasHan(name);
    const text = !han ? '' : origin === VERBATIM ? name : canonicalZh(name);
    const rest = masked(text, packed.rest[position] ?? 0);
    if (!han || size > PLAIN) {
      const script = han ? 'han' : 'latin';
      return { ...kind, ...place, ...parent, ...core, script, text, rest, sound: soundOf(position) };
    }
    // Spelled out: putting together four objects costs more than all the rest, and this is done a hundred times a question.
    return {
      script: 'han',
      text,
      places: place.places,
      districts: place.districts,
      parent: parent.parent,
      parentText: parent.parentText,
      ordinal: kind.ordinal,
      kinds: kind.kinds,
      specialties: kind.specialties,
      body: kind.body,
      core: core.core,
      coreText: core.coreText,
      coreSound: core.coreSound ?? '',
      rest,
      // Read out only when a question is typed in pinyin.
      get sound() {
        return soundOf(position);
      },
      branch: kind.branch,
      department: kind.department,
    };
  };
};
