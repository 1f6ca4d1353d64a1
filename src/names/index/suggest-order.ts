import { setImmediate as pause } from 'node:timers/promises';
import { plainLatin } from '../../name-keys/english-keys.ts';
import { foldText, hasHan, simplify } from '../../text/han.ts';
import { syllables } from '../../text/pinyin.ts';
import { growableNumbers, type TextList } from './text-list.ts';

/** How names are spoken, syllable by syllable, for names whose characters are those that were read. */
export type SpokenNames = (position: number) => readonly string[];

/** A name has at most six keys; an entry of the order is the number of its name times eight, plus which of them. */
const KEYS = 8;

/** The number of the name that an entry is of. */
export const nameOf = (entry: number): number => Math.floor(entry / KEYS);

/** A name without the university it begins with: what stands behind the last 附属 or 大学 that has a 院 after it. */
const ownPart = (han: string): string => {
  const head = han.slice(0, Math.max(0, han.lastIndexOf('院')));
  const at = Math.max(head.lastIndexOf('附属'), head.lastIndexOf('大学'));
  return at < 0 ? han : han.slice(at + 2);
};

const spelled = (text: string, sound: readonly string[]): string[] => [
  text,
  sound.join(''),
  sound.map((one) => one.charAt(0)).join(''),
];

const latinKeys = (name: string): string[] => {
  const text = plainLatin(name).replace(/[^a-z0-9]+/gu, '');
  return [text, text.replace(/^the/u, '')];
};

/** What a name can be begun with: characters, sound, first letters of the sounds (rjyy); the same without the university. */
const keysOf = (name: string, sound: readonly string[]): string[] => {
  if (!hasHan(name)) return [...new Set(latinKeys(name))];
  const han = simplify(foldText(name));
  const own = ownPart(han);
  const read = sound.length === han.length ? sound : syllables(han);
  const short = own === han || own.length < 3 ? [] : spelled(own, read.slice(-own.length));
  return [...new Set([...spelled(han, read), ...short])];
};

/** Names in alphabetical order of all their keys. */
export type Order = Readonly<{
  length: number;
  keyAt(position: number): string;
  nameAt(position: number): number;
}>;

/** The order that lies in `entries`; keys are made when they are asked for. */
export const orderOf = (entries: Uint32Array, names: TextList, spoken: SpokenNames): Order => {
  const nameAt = (position: number): number => nameOf(entries[position] ?? 0);
  return {
    length: entries.length,
    nameAt,
    keyAt: (position) => {
      const name = nameAt(position);
      return keysOf(names.at(name), spoken(name))[(entries[position] ?? 0) % KEYS] ?? '';
    },
  };
};

/** The first characters of a key. Names are grouped by them first, so that the keys of one group at a time are in memory. */
const beginningOf = (key: string): string => key.slice(0, key < '\u2e80' ? 4 : 2);

/** Up to so many names their keys are kept while they are put in order, some 30 MB; of more they are made again, group by group. */
const KEPT = 50_000;

/** The entries of all names, by how their keys begin; `kept`: the keys themselves. */
const gathered = async (names: TextList, spoken: SpokenNames, most: number) => {
  const buckets = new Map<string, ReturnType<typeof growableNumbers>>();
  const kept: (readonly string[])[] = [];
  for (let name = 0; name < names.length; name += 1) {
    const keys = keysOf(names.at(name), spoken(name));
    if (names.length <= most) kept.push(keys);
    for (const [which, key] of keys.entries()) {
      if (key.length < 2) continue;
      const beginning = beginningOf(key);
      const bucket = buckets.get(beginning) ?? growableNumbers();
      buckets.set(beginning, bucket);
      bucket.push(name * KEYS + which);
    }
    if (name % 500 === 0) await pause();
  }
  return { buckets, kept };
};

/** The entries of all names in order. Pauses often. `most`: of how many names the keys are kept meanwhile. */
export const orderNames = async (
  names: TextList,
  spoken: SpokenNames,
  most: number = KEPT,
): Promise<Uint32Array> => {
  const { buckets, kept } = await gathered(names, spoken, most);
  const order = growableNumbers();
  for (const beginning of [...buckets.keys()].sort()) {
    const entries = buckets.get(beginning)?.done() ?? new Uint32Array();
    const { keyAt } = orderOf(entries, names, spoken);
    const keyed = Array.from(entries, (entry, at): [string, number] => [
      kept[nameOf(entry)]?.[entry % KEYS] ?? keyAt(at),
      entry,
    ]);
    keyed.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
    for (const [, entry] of keyed) order.push(entry);
    await pause();
  }
  return order.done();
};
