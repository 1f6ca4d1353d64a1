import { namedInText } from '../../schema/lexicon/named-in-text.ts';
import { isGeneric } from '../identify/generic-name.ts';
import { nameKeys } from '../name-keys/keys.ts';
import { leadingPlace } from '../places/place-names.ts';
import type { Reader } from '../store/registry-reader.ts';
import { famousWordIn, withoutFamousWords } from '../verdict/offer/famous-words.ts';

/** Words of a text that name a hospital: offsets in UTF-16 units, and the very words. */
export type NamedWords = Readonly<{ start: number; end: number; text: string }>;

/** Most hospitals of one text that are looked up: a text that names more is a list of its own. */
export const MOST = 6;
/** Longest name in characters, fewest of a Chinese one, and how far behind a house a part of it is looked for. */
export const LONGEST = 30;
const FEWEST = 4;
const PART_WITHIN = 8;

const { houses, sometimes, before, parts } = namedInText;
/** 郑大一附院, 连云港一院 end as people write them; a part (院区) and who works there (院长) do not. */
const IN_SHORT = '[附一二三四五六七八九十]院(?![区长士内外方])';
const HOUSE = new RegExp([...houses.zh, ...sometimes.zh, IN_SHORT].join('|'), 'gu');
const SOMETIMES: ReadonlySet<string> = new Set(sometimes.zh);
/** 301医院 has its number in digits. */
const HAN_RUN = /(?:[\p{Script=Han}（）()·]|\d{2,4}(?=医院))+/gu;

const beginsCleanly = (stands: string): boolean =>
  stands === '' || before.zh.some((word) => stands.endsWith(word));

/** Where the name begins at the latest that a word before it can end: what stands before a name is seldom told from it. The 和 of 协和 is none. */
const behindWords = (stands: string): number => {
  const text = withoutFamousWords(stands);
  return Math.max(
    0,
    ...before.zh.map((word) => text.lastIndexOf(word) + (text.includes(word) ? word.length : 0)),
  );
};

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

/** Where a name that ends here begins: the longest that somebody on record bears, with whatever stands glued to it; else what begins with a place or holds a famous word; null for none. */
const beginning = async (
  run: string,
  from: number,
  end: number,
  house: string,
  reader: Reader,
): Promise<number | null> => {
  const first = Math.max(from, end - LONGEST);
  for (let at = first; at <= end - FEWEST; at += 1) {
    const own = run.slice(at, end);
    if ((SOMETIMES.has(house) && isGeneric(own)) || !(await isOnRecord(own, reader))) continue;
    const stands = run.slice(first, at);
    return withPlace(run, beginsCleanly(stands) ? at : first + behindWords(stands), first);
  }
  const at = withPlace(run, first + behindWords(run.slice(first, end - 2)), first);
  const name = run.slice(at, end);
  if (name.length < FEWEST || isGeneric(name)) return null;
  return famousWordIn(name) !== null || (!SOMETIMES.has(house) && leadingPlace(name) !== null) ? at : null;
};

const withPart = (run: string, end: number): number => {
  const behind = run.slice(end, end + PART_WITHIN);
  const ends = [...parts, ...sometimes.zh].flatMap((part) => {
    const at = behind.indexOf(part);
    // 华山医院有国际医疗中心: of its own centre somebody tells.
    const isApart = at === -1 || (SOMETIMES.has(part) && behindWords(behind.slice(0, at)) > 0);
    return isApart ? [] : [at + part.length];
  });
  return ends.length === 0 ? end : end + Math.min(...ends);
};

/** The hospitals that a text names in Chinese, with whatever is glued to them. */
export const inChinese = async (text: string, reader: Reader): Promise<readonly NamedWords[]> => {
  const found: NamedWords[] = [];
  for (const { 0: run, index } of text.matchAll(HAN_RUN)) {
    let from = 0;
    for (const house of run.matchAll(HOUSE)) {
      if (house.index < from || found.length >= MOST) continue;
      const at = await beginning(run, from, house.index + house[0].length, house[0], reader);
      const end = withPart(run, house.index + house[0].length);
      from = end;
      if (at !== null) found.push({ start: index + at, end: index + end, text: run.slice(at, end) });
    }
  }
  return found;
};
