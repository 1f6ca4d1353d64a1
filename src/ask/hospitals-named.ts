import { namedInText } from '../../schema/lexicon/named-in-text.ts';
import { isGeneric } from '../identify/generic-name.ts';
import type { Reader } from '../store/registry-reader.ts';
import { famousWordIn } from '../verdict/offer/famous-words.ts';
import { inChinese, isOnRecord, LONGEST, MOST, type NamedWords } from './named-in-chinese.ts';

/** Most words that belong to an English name before its house, and behind it. */
const WORDS_BEFORE = 9;
const WORDS_BEHIND = 6;

const { houses, sometimes, before } = namedInText;
const HOUSES: ReadonlySet<string> = new Set(houses.en);
const SOMETIMES: ReadonlySet<string> = new Set(sometimes.en);
const BEFORE: ReadonlySet<string> = new Set(before.en);

type Token = Readonly<{ word: string; start: number; end: number }>;

const LATIN_WORD = /[\p{Script=Latin}\d'’.&-]+/gu;
const LISTS = /^(?:and|or|&)$/i;
const CONNECTS = /^(?:of|the|and|for|&|in)$/i;
const isCapital = ({ word }: Token): boolean => /^[\p{Lu}\d]/u.test(word);
const plainWord = (word: string): string => word.toLowerCase().replace('.', '');
const isHouse = (word: string): boolean => HOUSES.has(plainWord(word));
/** A year, a price, a number of a street; but "Hospital No. 2". */
const isNumber = ({ word }: Token, { word: before }: Token): boolean =>
  /^\d/u.test(word) && plainWord(before) !== 'no';

/** Whether nothing but a blank, or one comma, stands between two words of one sentence. */
const adjoins = (text: string, a: Token, b: Token): boolean =>
  /^(?: |, ?)$/.test(text.slice(a.end, b.start)) && !/[a-z]\.$/u.test(a.word);

/** The words in capitals, and the small ones that join them, around a house and behind `from`. */
const around = (text: string, tokens: readonly Token[], house: number, from: number): readonly Token[] => {
  const isPart = (one: Token | undefined): one is Token =>
    one !== undefined && (isCapital(one) || CONNECTS.test(one.word));
  let first = house;
  for (let one = tokens[first - 1]; isPart(one) && house - first < WORDS_BEFORE; one = tokens[first - 1]) {
    const next = tokens[first];
    if (
      next === undefined ||
      text.slice(one.end, next.start) !== ' ' ||
      isHouse(one.word) ||
      one.start < from
    )
      break;
    first -= 1;
  }
  let last = house;
  for (let one = tokens[last + 1]; isPart(one) && last - house < WORDS_BEHIND; one = tokens[last + 1]) {
    const here = tokens[last];
    if (here === undefined || !adjoins(text, here, one) || isNumber(one, here)) break;
    last += 1;
  }
  const isTrimmed = (one: Token | undefined): boolean =>
    one !== undefined && BEFORE.has(one.word.toLowerCase());
  while (isTrimmed(tokens[first])) first += 1;
  while (
    last > house &&
    (isTrimmed(tokens[last]) || !isCapital(tokens[last] ?? { word: '', start: 0, end: 0 }))
  )
    last -= 1;
  return tokens.slice(first, last + 1);
};

const beginsAnother = (text: string, all: readonly Token[], at: number): boolean =>
  LISTS.test(all[at]?.word ?? '') || text.slice(all[at - 1]?.end, all[at]?.start).includes(',');

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
  let at = next;
  while (at > house + 1 && !beginsAnother(text, all, at)) at -= 1;
  return stop === -1 ? at : Math.min(at, stop);
};

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(LATIN_WORD)].map(({ 0: word, index }) => {
    const plain = word.replace(/(?<=[a-z])\.$/u, '');
    return { word, start: index, end: index + plain.length };
  });

/** What a word tells of the words around it: that they name a hospital, or that they may. */
type Sign = 'house' | 'sometimes' | 'begins';

const signOf = (text: string, tokens: readonly Token[], at: number): Sign | null => {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token === undefined || !isCapital(token)) return null;
  if (isHouse(token.word)) return 'house';
  if (SOMETIMES.has(plainWord(token.word))) return 'sometimes';
  return before !== undefined && isCapital(before) && adjoins(text, before, token) ? null : 'begins';
};

/** Whether words name a hospital: with a house they do; “Shanghai Ruijin International Stem Cell Center” by a famous word; “CITIC Xiangya” by that and the record. */
const isName = async (words: string, sign: Sign, reader: Reader): Promise<boolean> => {
  if (isGeneric(words)) return false;
  const isFamous = famousWordIn(words) !== null;
  if (sign === 'begins') return isFamous && isOnRecord(words, reader);
  return sign === 'house' || isFamous || isOnRecord(words, reader);
};

/** The words around a center, or a word alone, up to the next name of a list: “CITIC Xiangya and Boao Super Hospital” are two. What is no name stays with it. */
const upToNext = async (
  text: string,
  all: readonly Token[],
  from: number,
  reader: Reader,
): Promise<readonly Token[]> => {
  const at = all.findIndex((_, one) => one > from && beginsAnother(text, all, one));
  const rest = at === -1 ? [] : all.slice(LISTS.test(all[at]?.word ?? '') ? at + 1 : at);
  const [first, last] = [rest[0], rest.at(-1)];
  if (first === undefined || last === undefined) return all;
  const has = (is: (word: string) => boolean): boolean => rest.some(({ word }) => is(word));
  const sign = has(isHouse)
    ? 'house'
    : has((word) => SOMETIMES.has(plainWord(word)))
      ? 'sometimes'
      : 'begins';
  const isNext = await isName(text.slice(first.start, last.end), sign, reader);
  return isNext ? all.slice(0, at) : all;
};

const inEnglish = async (
  text: string,
  stops: ReadonlySet<number>,
  reader: Reader,
): Promise<readonly NamedWords[]> => {
  const tokens = tokensOf(text);
  const found: NamedWords[] = [];
  for (const [at, token] of tokens.entries()) {
    const sign = signOf(text, tokens, at);
    if (sign === null || found.length >= MOST || found.some(({ end }) => end >= token.end)) continue;
    const whole = around(text, tokens, at, found.at(-1)?.end ?? 0);
    const all = sign === 'house' ? whole : await upToNext(text, whole, whole.indexOf(token), reader);
    if (sign === 'begins' && all.some(({ word }) => isHouse(word))) continue;
    const kept = all.slice(0, cutBehind(text, all, all.indexOf(token), stops));
    const start = kept[0]?.start ?? token.start;
    const end = Math.max(token.end, kept.at(-1)?.end ?? token.end);
    const words = text.slice(start, end);
    if (kept.length < (sign === 'begins' ? 1 : 2) || words.length > 4 * LONGEST) continue;
    if (await isName(words, sign, reader)) found.push({ start, end, text: words });
  }
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
  const all = [...(await inChinese(text, reader)), ...(await inEnglish(text, stops, reader))];
  const once = new Map(all.map((one) => [one.text, one] as const));
  return [...once.values()].sort((a, b) => a.start - b.start).slice(0, MOST);
};
