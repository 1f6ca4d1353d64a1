import { bare, hasHan, simplify } from '../../kit/han.ts';
import { plainLatin } from '../../kit/name-key-english.ts';
import { syllables } from './latin.ts';
import type { NameIndex } from './name-index.ts';

/** One line of a type-ahead list. */
export type Suggestion = Readonly<{ institution: string; name: string; city: string | null }>;

const MAX = 10;
const LONGEST = 60;

/** Names in three alphabetical orders: as written, by sound, by the first letters of the sounds (rjyy). */
type Orders = Readonly<{ keys: readonly string[]; names: Uint32Array }>;

const made = new WeakMap<NameIndex, Orders>();

const lettersOf = (name: string): string[] => {
  if (!hasHan(name)) {
    const text = plainLatin(name).replace(/[^a-z0-9]+/gu, '');
    return [text, text.replace(/^the/u, '')];
  }
  const han = simplify(bare(name));
  const own = han.replace(/^.*(?:附属|大学)(?=.*院)/u, '');
  const spoken = (text: string): string[] => {
    const read = syllables(text);
    return [text, read.join(''), read.map((one) => one.charAt(0)).join('')];
  };
  return [...new Set([...spoken(han), ...(own === han || own.length < 3 ? [] : spoken(own))])];
};

const build = (index: NameIndex): Orders => {
  const list: [string, number][] = [];
  index.names.forEach((name, at) => {
    for (const key of new Set(lettersOf(name))) if (key.length > 1) list.push([key, at]);
  });
  list.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
  return { keys: list.map(([key]) => key), names: Uint32Array.from(list, ([, at]) => at) };
};

const ordersOf = (index: NameIndex): Orders => {
  const known = made.get(index);
  if (known !== undefined) return known;
  const orders = build(index);
  made.set(index, orders);
  return orders;
};

const firstAt = (keys: readonly string[], prefix: string): number => {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Institutions for what was typed so far: beginning of a name in characters, English, pinyin or pinyin initials (`rjyy`), with or
 * without the university. Shorter names first; at most ten; one binary search.
 */
export const suggestIn = (index: NameIndex, typed: string): readonly Suggestion[] => {
  const text = typed.slice(0, LONGEST);
  const prefix = hasHan(text) ? simplify(bare(text)) : plainLatin(text).replace(/[^a-z0-9]+/gu, '');
  if (prefix.length < (hasHan(text) ? 1 : 2)) return [];
  const { keys, names } = ordersOf(index);
  const seen = new Map<number, { name: number; length: number }>();
  for (let at = firstAt(keys, prefix), read = 0; read < 400; at += 1, read += 1) {
    const key = keys[at];
    if (key === undefined || !key.startsWith(prefix)) break;
    const name = names[at] ?? 0;
    const owner = index.owner[name] ?? 0;
    const before = seen.get(owner);
    if (before === undefined || key.length < before.length) seen.set(owner, { name, length: key.length });
  }
  return [...seen]
    .sort((a, b) => a[1].length - b[1].length || a[0] - b[0])
    .slice(0, MAX)
    .map(([owner, { name }]) => ({
      institution: index.institutions[owner] ?? '',
      name: index.names[name] ?? '',
      city: index.places[owner]?.city ?? null,
    }));
};
