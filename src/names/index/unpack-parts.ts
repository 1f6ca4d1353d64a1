import { canonicalZh } from '../../name-keys/keys.ts';
import { hasHan } from '../../text/han.ts';
import { byNumber } from '../../text/remembered.ts';
import { parseName } from '../parse/parse-name.ts';
import type { NameParts } from '../parse/parts.ts';
import {
  type CoreGroup,
  type KindGroup,
  PARSE_AGAIN,
  type PackedParts,
  type ParentGroup,
  type PlaceGroup,
  VERBATIM,
} from './packed-parts.ts';
import type { TextList } from './text-list.ts';

const masked = (text: string, mask: number): string => {
  let out = '';
  for (let at = 0, left = mask; left !== 0; at += 1, left >>>= 1) if (left & 1) out += text.charAt(at);
  return out;
};

/** Parsed groups held in memory; beyond that all are dropped and read again, so that memory stays bounded. */
const MOST_HELD = 50_000;

const sharedReader = (shared: TextList) => {
  const held = byNumber<unknown>(MOST_HELD);
  return <Part extends object>(number: number): Part =>
    held(number, () => JSON.parse(shared.at(number))) as Part;
};

/** How a name is spoken, syllable by syllable: of Chinese names, and of names in pinyin; empty for others. */
export const packedSoundReader = (packed: PackedParts): ((position: number) => readonly string[]) => {
  const syllables = Array.from({ length: packed.syllable.length }, (_, at) => packed.syllable.at(at));
  return (position) => {
    const part = packed.sound.subarray(packed.soundStart[position], packed.soundStart[position + 1]);
    return Array.from(part, (one) => syllables[one] ?? '');
  };
};

/**
 * Places for names held taken apart: a question compares some sixty, those of well-known hospitals come again and again, and a list of one region meets
 * the same names in every row. Each name has one place, which the name met last holds; a name takes some 400 bytes.
 */
const NAMES_HELD = 16_384;

/** Gives the parts of the names again, exactly as `parseName` gave them, for a tenth of its cost. */
export const packedPartsReader = (
  packed: PackedParts,
  names: TextList,
): ((position: number) => NameParts) => {
  /** The name that each place holds, counted from 1. */
  const holder = new Uint32Array(NAMES_HELD);
  const held: NameParts[] = [];
  const unpack = unpacker(packed, names);
  return (position) => {
    const place = position % NAMES_HELD;
    const known = held[place];
    if (known !== undefined && holder[place] === position + 1) return known;
    const parts = unpack(position);
    // Filled from the beginning, so that it stays a plain array.
    while (held.length < place) held.push(parts);
    held[place] = parts;
    holder[place] = position + 1;
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
    const kind = read<KindGroup>(packed.kind[position] ?? 0);
    const place = read<PlaceGroup>(packed.place[position] ?? 0);
    const parent = read<ParentGroup>(packed.parent[position] ?? 0);
    const core = read<CoreGroup>(packed.core[position] ?? 0);
    const han = hasHan(name);
    const text = !han ? '' : origin === VERBATIM ? name : canonicalZh(name);
    // Spelled out, in the order of `builtAlike`: putting together four objects costs more than all the rest.
    return {
      script: han ? 'han' : 'latin',
      text,
      places: place.places,
      head: kind.head,
      districts: place.districts,
      parent: parent.parent,
      parentText: parent.parentText,
      parentNow: kind.parentNow,
      former: kind.former,
      ordinal: kind.ordinal,
      kinds: kind.kinds,
      specialties: kind.specialties,
      body: kind.body,
      core: core.core,
      coreText: core.coreText,
      coreSound: core.coreSound,
      rest: masked(text, packed.rest[position] ?? 0),
      sound: () => soundOf(position),
      branch: kind.branch,
      department: kind.department,
    };
  };
};
