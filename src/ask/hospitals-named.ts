import { namedInText } from '../../schema/lexicon/named-in-text.ts';
import { isGeneric } from '../identify/generic-name.ts';
import { nameKeys } from '../name-keys/keys.ts';
import { leadingPlace } from '../places/place-names.ts';
import type { Reader } from '../store/registry-reader.ts';

/** Words of a text that name a hospital: offsets in UTF-16 units, and the very words. */
export type NamedWords = Readonly<{ start: number; end: number; text: string }>;

/** Most hospitals of one text that are looked up: a text that names more is a list of its own. */
const MOST = 6;
/** Longest name in characters, fewest of a Chinese one, and how far behind a house a part of it is looked for. */
const LONGEST = 30;
const FEWEST = 4;
const PART_WITHIN = 8;
/** Most words that belong to an English name before its house, and behind it. */
const WORDS_BEFORE = 9;
const WORDS_BEHIND = 6;

const { houses, before, parts } = namedInText;
const HOUSE_ZH = new RegExp(houses.zh.join('|'), 'gu');
const HAN_RUN = /[\p{Script=Han}（）()·]+/gu;

const HOUSES_EN: ReadonlySet<string> = new Set(houses.en);
const BEFORE_EN: ReadonlySet<string> = new Set(before.en);

const beginsCleanly = (stands: string): boolean =>
  stands === '' || before.zh.some((word) => stands.endsWith(word));

/** Where the name begins at the latest that a word before it can end: what stands before a name is seldom told from it. */
const behindWords = (stands: string): number =>
  Math.max(
    0,
    ...before.zh.map((word) => stands.lastIndexOf(word) + (stands.includes(word) ? word.length : 0)),
  );

/** Whether somebody on record bears this very name. */
export const isOnRecord = async (name: string, reader: Reader): Promise<boolean> => {
  const { full } = nameKeys(name);
  return full !== '' && (await reader.findNameKey(full, 1)).length > 0;
};

/** The longest word before a name, in characters. */
const LONGEST_BEFORE = 2;

/** Where a name begins of which the word before it may be the first part of its place: 来凤县人民医院 is no 凤县人民医院, 从江阴市人民医院 is Jiangyin's. */
export const withPlace = (run: string, at: number, from: number): number => {
  const ends = (begin: number): number => begin + (leadingPlace(run.slice(begin))?.length ?? 0);
  const before = Array.from({ length: LONGEST_BEFORE }, (_, one) => at - LONGEST_BEFORE + one);
  return before.find((begin) => begin >= from && ends(begin) > at && ends(begin) >= ends(at)) ?? at;
};

/** Where a name that ends here begins: the longest that somebody on record bears, with whatever stands glued to it; else what begins with a place; null for none. */
const beginning = async (run: string, from: number, end: number, reader: Reader): Promise<number | null> => {
  const first = Math.max(from, end - LONGEST);
  for (let at = first; at <= end - FEWEST; at += 1) {
    if (!(await isOnRecord(run.slice(at, end), reader))) continue;
    const stands = run.slice(first, at);
    return withPlace(run, beginsCleanly(stands) ? at : first + behindWords(stands), first);
  }
  const at = withPlace(run, first + behindWords(run.slice(first, end - 2)), first);
  const name = run.slice(at, end);
  return name.length >= FEWEST && leadingPlace(name) !== null && !isGeneric(name) ? at : null;
};

const withPart = (run: string, end: number): number => {
  const behind = run.slice(end, end + PART_WITHIN);
  const ends = parts.flatMap((part) => {
    const at = behind.indexOf(part);
    return at === -1 ? [] : [at + part.length];
  });
  return ends.length === 0 ? end : end + Math.min(...ends);
};

const inChinese = async (text: string, reader: Reader): Promise<readonly NamedWords[]> => {
  const found: NamedWords[] = [];
  for (const { 0: run, index } of text.matchAll(HAN_RUN)) {
    let from = 0;
    for (const house of run.matchAll(HOUSE_ZH)) {
      if (house.index < from || found.length >= MOST) continue;
      const at = await beginning(run, from, house.index + house[0].length, reader);
      const end = withPart(run, house.index + house[0].length);
      from = end;
      if (at !== null) found.push({ start: index + at, end: index + end, text: run.slice(at, end) });
    }
  }
  return found;
};

type Token = Readonly<{ word: string; start: number; end: number }>;

const LATIN_WORD = /[\p{Script=Latin}\d'’.&-]+/gu;
const LISTS = /^(?:and|or|&)$/i;
const CONNECTS = /^(?:of|the|and|for|&|in)$/i;
const isCapital = ({ word }: Token): boolean => /^[\p{Lu}\d]/u.test(word);
const isHouse = (word: string): boolean => HOUSES_EN.has(word.toLowerCase().replace('.', ''));

/** Whether nothing but a blank, or one comma, stands between two words of one sentence. */
const adjoins = (text: string, a: Token, b: Token): boolean =>
  /^(?: |, ?)$/.test(text.slice(a.end, b.start)) && !/[a-z]\.$/u.test(a.word);

/** The words in capitals, and the small ones that join them, around a house. */
const around = (text: string, tokens: readonly Token[], house: number): readonly Token[] => {
  const isPart = (one: Token | undefined): one is Token =>
    one !== undefined && (isCapital(one) || CONNECTS.test(one.word));
  let first = house;
  for (let one = tokens[first - 1]; isPart(one) && house - first < WORDS_BEFORE; one = tokens[first - 1]) {
    const next = tokens[first];
    if (next === undefined || text.slice(one.end, next.start) !== ' ' || isHouse(one.word)) break;
    first -= 1;
  }
  let last = house;
  for (let one = tokens[last + 1]; isPart(one) && last - house < WORDS_BEHIND; one = tokens[last + 1]) {
    const here = tokens[last];
    if (here === undefined || !adjoins(text, here, one)) break;
    last += 1;
  }
  const isTrimmed = (one: Token | undefined): boolean =>
    one !== undefined && BEFORE_EN.has(one.word.toLowerCase());
  while (isTrimmed(tokens[first])) first += 1;
  while (
    last > house &&
    (isTrimmed(tokens[last]) || !isCapital(tokens[last] ?? { word: '', start: 0, end: 0 }))
  )
    last -= 1;
  return tokens.slice(first, last + 1);
};

/** Where the words behind a house end: before a treatment or a mark, and before the next hospital of a list. */
const cutBehind = (
  text: string,
  all: readonly Token[],
  house: number,
  stops: ReadonlySet<number>,
): number => {
  const stop = all.findIndex((one, at) => at > house && stops.has(one.start));
  const next = all.findIndex((one, at) => at > house && isHouse(one.word));
  if (next === -1) return stop === -1 ? all.length : stop;
  const begins = (at: number): boolean =>
    LISTS.test(all[at]?.word ?? '') || text.slice(all[at - 1]?.end, all[at]?.start).includes(',');
  let at = next;
  while (at > house + 1 && !begins(at)) at -= 1;
  return stop === -1 ? at : Math.min(at, stop);
};

const inEnglish = (text: string, stops: ReadonlySet<number>): readonly NamedWords[] => {
  const tokens = [...text.matchAll(LATIN_WORD)].map(({ 0: word, index }) => {
    const plain = word.replace(/(?<=[a-z])\.$/u, '');
    return { word, start: index, end: index + plain.length };
  });
  const found: NamedWords[] = [];
  tokens.forEach((token, at) => {
    if (!isHouse(token.word) || !isCapital(token) || found.length >= MOST) return;
    const all = around(text, tokens, at);
    const kept = all.slice(0, cutBehind(text, all, all.indexOf(token), stops));
    const start = kept[0]?.start ?? token.start;
    const end = Math.max(token.end, kept.at(-1)?.end ?? token.end);
    const words = text.slice(start, end);
    if (kept.length > 1 && words.length <= 4 * LONGEST && !isGeneric(words))
      found.push({ start, end, text: words });
  });
  return found;
};

/**
 * The hospitals that a text names, each once, as they stand there with whatever is glued to them: 北京华山医院 is never read as 华山医院.
 * @param stops offsets where something begins that is no name: a treatment, a mark
 */
export const hospitalsNamed = async (
  text: string,
  stops: ReadonlySet<number>,
  reader: Reader,
): Promise<readonly NamedWords[]> => {
  const all = [...(await inChinese(text, reader)), ...inEnglish(text, stops)];
  const once = new Map(all.map((one) => [one.text, one] as const));
  return [...once.values()].sort((a, b) => a.start - b.start).slice(0, MOST);
};
