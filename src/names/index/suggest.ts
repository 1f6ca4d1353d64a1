import { nameKinds } from '../../../schema/record.ts';
import { plainLatin } from '../../name-keys/english-keys.ts';
import { foldText, hasHan, simplify } from '../../text/han.ts';
import { onceEach } from '../../text/remembered.ts';
import type { NameIndex } from './name-index.ts';
import { nameOf, type Order, orderOf } from './suggest-order.ts';

/** One line of a type-ahead list. `alias`: what begins so is only another name of it, which may be of our own knowledge. */
export type Suggestion = Readonly<{ institution: string; name: string; alias: boolean; city: string | null }>;

const MAX = 10;
const LONGEST = 60;
/** Keys read for one question, of the well-known and of all. */
const MOST = 400;
/** Standing from which an institution is well known: an authority's list and two selective ones (standing.ts). */
const WELL_KNOWN = 3;

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

type Orders = Readonly<{ wellKnown: Order; all: Order }>;

/** The order of all names, and of those of the well-known: a short beginning has more names than are read. */
const ordersOf = onceEach(({ order, owner, standing, names, soundAt }: NameIndex): Orders => {
  const wellKnown = order.filter((entry) => (standing[owner[nameOf(entry)] ?? 0] ?? 0) >= WELL_KNOWN);
  return { wellKnown: orderOf(wellKnown, names, soundAt), all: orderOf(order, names, soundAt) };
});

type Hit = Readonly<{ name: number; length: number }>;

/** The shortest name of each institution that begins so, among the first of one order. */
const gather = (index: NameIndex, order: Order, prefix: string, hits: Map<number, Hit>): void => {
  for (let at = firstAt(order, prefix), read = 0; read < MOST && at < order.length; at += 1, read += 1) {
    const key = order.keyAt(at);
    if (!key.startsWith(prefix)) break;
    const name = order.nameAt(at);
    const owner = index.owner[name] ?? 0;
    const before = hits.get(owner);
    if (before === undefined || key.length < before.length) hits.set(owner, { name, length: key.length });
  }
};

/**
 * Institutions for what was typed so far: beginning of a name in characters, English, pinyin or pinyin initials (`rjyy`), with or
 * without the university. Whole names first, then the better known, then shorter names; at most ten; two binary searches.
 */
export const suggestIn = (index: NameIndex, typed: string): readonly Suggestion[] => {
  const text = typed.slice(0, LONGEST);
  const prefix = hasHan(text) ? simplify(foldText(text)) : plainLatin(text).replace(/[^a-z0-9]+/gu, '');
  if (prefix.length < (hasHan(text) ? 1 : 2)) return [];
  const { wellKnown, all } = ordersOf(index);
  const hits = new Map<number, Hit>();
  gather(index, wellKnown, prefix, hits);
  gather(index, all, prefix, hits);
  const rank = (owner: number, { length }: Hit): readonly number[] => [
    length === prefix.length ? 0 : 1,
    -(index.standing[owner] ?? 0),
    length,
    owner,
  ];
  return [...hits]
    .map(([owner, hit]) => ({ owner, hit, rank: rank(owner, hit) }))
    .sort((a, b) => a.rank.map((one, at) => one - (b.rank[at] ?? 0)).find((one) => one !== 0) ?? 0)
    .slice(0, MAX)
    .map(({ owner, hit }) => ({
      institution: index.institutions.at(owner),
      name: index.names.at(hit.name),
      alias: nameKinds[index.nameKind[hit.name] ?? 0] === 'alias',
      city: index.places.at(owner).city,
    }));
};
