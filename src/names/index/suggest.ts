import { plainLatin } from '../../name-keys/english-keys.ts';
import { foldText, hasHan, simplify } from '../../text/han.ts';
import type { NameIndex } from './name-index.ts';
import { type Order, orderOf } from './suggest-order.ts';

/** One line of a type-ahead list. */
export type Suggestion = Readonly<{ institution: string; name: string; city: string | null }>;

const MAX = 10;
const LONGEST = 60;
/** Keys read for one question. */
const MOST = 400;

const firstAt = (order: Order, prefix: string): number => {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order.keyAt(middle) < prefix) low = middle + 1;
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
  const prefix = hasHan(text) ? simplify(foldText(text)) : plainLatin(text).replace(/[^a-z0-9]+/gu, '');
  if (prefix.length < (hasHan(text) ? 1 : 2)) return [];
  const order = orderOf(index.order, index.names, index.soundAt);
  const seen = new Map<number, { name: number; length: number }>();
  for (let at = firstAt(order, prefix), read = 0; read < MOST && at < order.length; at += 1, read += 1) {
    const key = order.keyAt(at);
    if (!key.startsWith(prefix)) break;
    const name = order.nameAt(at);
    const owner = index.owner[name] ?? 0;
    const before = seen.get(owner);
    if (before === undefined || key.length < before.length) seen.set(owner, { name, length: key.length });
  }
  return [...seen]
    .sort((a, b) => a[1].length - b[1].length || a[0] - b[0])
    .slice(0, MAX)
    .map(([owner, { name }]) => ({
      institution: index.institutions.at(owner),
      name: index.names.at(name),
      city: index.places.at(owner).city,
    }));
};
