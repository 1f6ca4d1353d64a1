import { canonicalZh } from '../../name-keys/keys.ts';
import { hasHan } from '../../text/han.ts';
import { latin } from '../parse/latin.ts';
import { understand } from '../parse/parse-name.ts';
import type { NameParts } from '../parse/parts.ts';
import { growing, internTexts, type Texts } from './text-list.ts';

/** What many names share is kept once each: what the house is, where it stands, whose it is, and the distinctive word. */
type Where = Pick<NameParts, 'places' | 'districts'>;
type Whose = Pick<NameParts, 'parent' | 'parentText'>;
type Core = Pick<NameParts, 'core' | 'coreText' | 'coreSound'>;
/** All that is in no other group; a part added to names later is kept here without a word. */
type House = Omit<NameParts, keyof Where | keyof Whose | keyof Core | 'script' | 'text' | 'rest' | 'sound'>;

/** The parts of names taken apart once, when the index is built: four numbers a name, and which characters the rest keeps. */
export type KeptParts = Readonly<{
  house: Uint32Array;
  where: Uint32Array;
  whose: Uint32Array;
  core: Uint32Array;
  /** Which of the first 32 characters of the canonical text the rest keeps, a bit each; or how else to read this name. */
  rest: Uint32Array;
  way: Uint8Array;
  /** How the names are spoken: syllables by number, name `i` at `soundStart[i]` … `soundStart[i + 1]`. */
  sound: Uint16Array;
  soundStart: Uint32Array;
  shared: Texts;
  syllable: Texts;
}>;

/** Ways to the canonical text: it is the name itself; made from the name; or the name must be taken apart anew. */
const SAME = 0;
const MADE = 1;
const ANEW = 2;
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

/** Keeps the parts of names, one after another. */
export const keepParts = () => {
  const [house, where, whose, core, rest, way] = [
    growing(),
    growing(),
    growing(),
    growing(),
    growing(),
    growing(),
  ];
  const [sound, soundStart] = [growing(), growing()];
  const [shared, syllable] = [internTexts(), internTexts()];
  soundStart.push(0);
  const put = (value: House | Where | Whose | Core): number => shared.numberOf(JSON.stringify(value));
  return {
    push: (name: string, parts: NameParts): void => {
      const { script, text, sound: spoken, rest: own, places, districts, ...more } = parts;
      const { parent, parentText, core: words, coreText, ...others } = more;
      house.push(put(others));
      where.push(put({ places, districts }));
      whose.push(put({ parent, parentText }));
      core.push(put({ core: words, coreText, ...(coreText === '' ? {} : { coreSound: latin(coreText) }) }));
      const mask = maskOf(text, own);
      rest.push(mask ?? 0);
      way.push(mask === null ? ANEW : text === name || script === 'latin' ? SAME : MADE);
      for (const one of spoken) sound.push(syllable.numberOf(one));
      soundStart.push(sound.length);
    },
    done: (): KeptParts => ({
      house: house.done(),
      where: where.done(),
      whose: whose.done(),
      core: core.done(),
      rest: rest.done(),
      way: Uint8Array.from(way.done()),
      sound: Uint16Array.from(sound.done()),
      soundStart: soundStart.done(),
      shared: shared.done(),
      syllable: syllable.done(),
    }),
  };
};

/** Shared parts that stay read; then they are read anew, so that memory stays bounded. */
const KEPT = 50_000;

type Read<Part> = Readonly<{ part: Part; size: number }>;

const sharedReader = (shared: Texts) => {
  const known = new Map<number, Read<unknown>>();
  return <Part extends object>(number: number): Read<Part> => {
    const before = known.get(number);
    if (before !== undefined) return before as Read<Part>;
    const part = JSON.parse(shared.at(number)) as Part;
    const read = { part, size: Object.keys(part).length };
    if (known.size >= KEPT) known.clear();
    known.set(number, read);
    return read;
  };
};

/** How a name is spoken, syllable by syllable: of Chinese names, and of names in pinyin; empty for others. */
export const soundReader = (kept: KeptParts): ((position: number) => readonly string[]) => {
  const syllables = Array.from({ length: kept.syllable.length }, (_, at) => kept.syllable.at(at));
  return (position) => {
    const part = kept.sound.subarray(kept.soundStart[position], kept.soundStart[position + 1]);
    return Array.from(part, (one) => syllables[one] ?? '');
  };
};

/** Parts every Chinese name has in its group "house"; one with more (a former place, a renamed university) is put together slowly. */
const PLAIN = 6;

/** Gives the parts of the names again, exactly as `understand` gave them, for a tenth of its cost. */
export const partsReader = (kept: KeptParts, names: Texts): ((position: number) => NameParts) => {
  const read = sharedReader(kept.shared);
  const soundOf = soundReader(kept);
  return (position) => {
    const name = names.at(position);
    const way = kept.way[position] ?? ANEW;
    if (way === ANEW) return understand(name);
    const { part: house, size } = read<House>(kept.house[position] ?? 0);
    const { part: where } = read<Where>(kept.where[position] ?? 0);
    const { part: whose } = read<Whose>(kept.whose[position] ?? 0);
    const { part: core } = read<Core>(kept.core[position] ?? 0);
    const han = hasHan(name);
    const text = !han ? '' : way === SAME ? name : canonicalZh(name);
    const rest = masked(text, kept.rest[position] ?? 0);
    if (!han || size > PLAIN) {
      const script = han ? 'han' : 'latin';
      return { ...house, ...where, ...whose, ...core, script, text, rest, sound: soundOf(position) };
    }
    // Spelled out: putting together four objects costs more than all the rest, and this is done a hundred times a question.
    return {
      script: 'han',
      text,
      places: where.places,
      districts: where.districts,
      parent: whose.parent,
      parentText: whose.parentText,
      ordinal: house.ordinal,
      kinds: house.kinds,
      specialties: house.specialties,
      body: house.body,
      core: core.core,
      coreText: core.coreText,
      coreSound: core.coreSound ?? '',
      rest,
      // Read out only when a question is typed in pinyin.
      get sound() {
        return soundOf(position);
      },
      branch: house.branch,
      department: house.department,
    };
  };
};
