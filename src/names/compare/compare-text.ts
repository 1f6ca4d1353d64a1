import { dice, diceOfLists } from '../../text/dice.ts';
import { shortLevenshtein } from '../../text/edit-distance.ts';
import { numeralsIn } from '../../text/han.ts';
import { hasOtherWordBeside } from '../../text/moved-block.ts';
import { onceInARow } from '../../text/remembered.ts';
import type { NameParts } from '../parse/parts.ts';
import { latin } from '../parse/sound.ts';
import { countyBeforeWord } from './compare-core.ts';
import { isSameByCode } from './compare-kind.ts';
import { type ComparedPart, comparedPart, type NameComparison, sameSet } from './comparison.ts';
import { lostMedicine, shortBeforeWord } from './short-parent.ts';

/** Whether two texts differ in a numeral: 第一 and 第二 are no slip of the pen. */
const numbered = (a: string, b: string): boolean => numeralsIn(a) !== numeralsIn(b);

const NUMERALS = '〇一二三四五六七八九';

const inHanDigits = (text: string): string => text.replace(/\d/gu, (digit) => NUMERALS.charAt(Number(digit)));

/** The digits of a text in their order: 九二六 and 九六二 are two numbers, however the characters of a name were mixed up. */
const digitsOf = (text: string): string => inHanDigits(text).replace(/[^〇一二三四五六七八九]/gu, '');

/**
 * A text's characters sorted, the same for two names whose characters only changed places. `canonicalZh` cannot unify spellings
 * inside a jumbled name (中医医院, 中国人民解放军, 第264), so the characters that it would add or drop are left out.
 */
export const anagramKey = (text: string): string => {
  const plain = inHanDigits(text).replace(/[医学]/gu, '');
  return [...(plain.includes('军') ? plain.replace(/[中国人民第十]/gu, '') : plain)].sort().join('');
};

/** Characters that `anagramKey` or `bareRest` may leave out or write alike. */
const LOOSE = new Uint8Array(65_536);
for (const char of '0123456789〇一二三四五六七八九十医学中国人民第附属院') LOOSE[char.charCodeAt(0)] = 1;

/**
 * A number that is the same for two texts whenever they hold the same characters but for the loose ones, in any order: where it differs, neither
 * their anagram keys nor their bare rests can be equal, and neither need be made. Most names compared differ in it.
 */
const firmSum = (text: string): number => {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (LOOSE[code] === 0) sum += code * code;
  }
  return sum;
};

/** What stands after the parent, when the question names none: 北京中医院 is to be compared with 首都医科大学附属|北京中医院. */
const ownText = (q: NameParts, c: NameParts): string => {
  if (q.parentText !== '' || c.parentText === '') return c.text;
  const own = c.text.slice(c.text.indexOf(c.parentText) + c.parentText.length);
  return own.startsWith('附属') ? own.slice(2) : own;
};

const medical = (text: string): number => text.replace(/[^医药]/gu, '').length;

/** 南大 is not 南医大, nor 中国科大 中国医科大学: where both say whose they are, 医 is not lost on the way. */
const sameParentJumbled = ({ parentText: a }: NameParts, { parentText: b }: NameParts): boolean =>
  a === '' || b === '' || medical(a) === medical(b);

/** The hospital's own name without what is often left out: 附属, 第 before a number, and the house at the end. */
const bareRest = (rest: string): string =>
  rest.replace(/附属|第(?=[一二三四五六七八九十])/gu, '').replace(/医?院$/u, '');

/** Of a name's own words those that count beside another: without the university or the county in short before them, and where the army's number is the same without 中心. */
const restOf = (one: NameParts, other: NameParts): string => {
  const own = one.rest.slice((shortBeforeWord(one, other) || countyBeforeWord(one, other)).length);
  return isSameByCode(one, other) ? own.replace('中心', '') : own;
};

/** How two own names without their places compare: the same, the same but for words often left out, or not. */
const compareRest = (q: NameParts, c: NameParts): ComparedPart => {
  if (q.rest === c.rest || restOf(q, c) === restOf(c, q))
    return comparedPart('text.rest-equal', false, [q.rest, c.rest]);
  const bare = askedRestSum(q.rest) === firmSum(c.rest) ? bareRest(q.rest) : '';
  return bare !== '' && bare === bareRest(c.rest)
    ? comparedPart('text.rest-near', false, [q.rest, c.rest])
    : comparedPart('text.rest-differs', true, [q.rest, c.rest]);
};

/** How alike two texts are, to two digits: there are few such numbers, and writing one costs more than finding it. */
const written = new Map<number, string>();

const twoDigits = (alike: number): string => {
  const known = written.get(alike) ?? alike.toFixed(2);
  if (written.size < 20_000) written.set(alike, known);
  return known;
};

const askedAnagram = onceInARow(anagramKey);
const askedSum = onceInARow(firmSum);
const askedRestSum = onceInARow(firmSum);

/** The shortest name without a place in which one other character is still a slip: half of its distinctive word is left. */
const SHORTEST = 4;

/** Whether a name ends in this text but for one character: 浙江省杭州仁爱医院 and 仁艾医院. */
const endsAlmost = (name: string, end: string): boolean => {
  const from = name.length - end.length;
  if (from < 1 || end.length <= SHORTEST) return false;
  let apart = 0;
  for (let at = 0; at < end.length && apart < 2; at += 1)
    if (name.charCodeAt(from + at) !== end.charCodeAt(at)) apart += 1;
  return apart === 1 && !numbered(name.slice(from), end);
};

/** A name asked for without its place, one character off the own name of one that has a place: 仁艾医院 for 杭州仁爱医院. */
const slippedInside = (q: NameParts, c: NameParts): boolean =>
  endsAlmost(c.text, q.text) ||
  (q.places.length + q.districts.length + q.parent.length === 0 &&
    q.rest === q.text &&
    q.rest.length >= SHORTEST &&
    Math.abs(q.rest.length - c.rest.length) <= 1 &&
    shortLevenshtein(q.rest, c.rest) === 1 &&
    !numbered(q.rest, c.rest));

/** The longest short form of a parent: 浙大, 广中医, 中国医大. One other character in it is another parent. */
const SHORT_PARENT = 4;

const isOfChineseMedicine = ({ parentText }: NameParts): boolean => parentText.includes('中医');

/** 广医一院 and 广中医一院, 浙江医学院 and 浙江中医学院, 胸科医院 and 肺科医院: one character apart, and each a name of its own. */
const bothMeant = (q: NameParts, c: NameParts): boolean => {
  if (lostMedicine(q.parentText, c.parentText)) return false;
  if (q.parentText !== '' && c.parentText !== '' && isOfChineseMedicine(q) !== isOfChineseMedicine(c))
    return true;
  const shortest = Math.min(q.parentText.length, c.parentText.length);
  const parents = q.parentText !== c.parentText && shortest > 0 && shortest <= SHORT_PARENT;
  const both = q.specialties.length > 0 && c.specialties.length > 0;
  return parents || (both && !sameSet(q.specialties, c.specialties));
};

/** 东部 and 东南部, 北方 and 南方: points of the compass in the distinctive word tell two hospitals apart. */
const pointsIn = (text: string): string => text.replace(/[^东南西北]/gu, '');
const pointElsewhere = (q: NameParts, c: NameParts): boolean =>
  q.coreText !== '' && c.coreText !== '' && pointsIn(q.coreText) !== pointsIn(c.coreText);

/** 兰大一医院 and 兰大第一医院 are one spelling: 第 before a number says nothing. */
const withoutOrdinalMark = (text: string): string => text.replace(/第(?=[一二三四五六七八九十])/gu, '');

export const compareText = (q: NameParts, c: NameParts): ComparedPart[] => {
  if (q.text === '' || c.text === '') return [];
  const alike = dice(q.text, ownText(q, c));
  const longer = Math.abs(q.text.length - c.text.length);
  const reordered =
    longer <= 4 &&
    q.text.length >= 6 &&
    q.text !== c.text &&
    askedSum(q.text) === firmSum(c.text) &&
    askedAnagram(q.text) === anagramKey(c.text) &&
    digitsOf(q.text) === digitsOf(c.text) &&
    sameParentJumbled(q, c) &&
    !hasOtherWordBeside(q.text, c.text);
  const typo =
    reordered ||
    (longer <= 1 &&
      withoutOrdinalMark(q.text) !== withoutOrdinalMark(c.text) &&
      q.text.length >= 6 &&
      shortLevenshtein(q.text, c.text) === 1 &&
      !numbered(q.text, c.text) &&
      !pointElsewhere(q, c) &&
      !bothMeant(q, c));
  const own = compareRest(q, c);
  const rest = [comparedPart('text.alike', false, [twoDigits(alike), '']), own];
  if (!typo)
    return slippedInside(q, c) ? [comparedPart('text.inside', true, [q.rest, c.rest]), ...rest] : rest;
  const slip = reordered ? 'text.reordered' : q.text.length > c.text.length ? 'text.added' : 'text.slip';
  const conflicts = own.code !== 'text.rest-equal' || reordered;
  // 灵邱县 for 灵丘县: typed as it is spoken.
  const heard = longer === 0 && !reordered && latin(q.text) === latin(c.text);
  return [comparedPart(slip, conflicts, [q.text, c.text], heard && 'heard'), ...rest];
};

/** A name typed in pinyin says nothing but its sound: equal sound, one syllable apart, or another name. */
export const compareSound = (q: NameParts, c: NameParts): NameComparison => {
  const [mine, theirs] = [q.sound(), c.sound()];
  const words = [mine.join(' '), theirs.join(' ')] as const;
  const near = diceOfLists(mine, theirs);
  const equal = mine.join('') === theirs.join('');
  const part = equal
    ? // 固安 (gu an) before 冠县 (guan xian), where the syllables were typed apart.
      comparedPart('sound.equal', false, words, words[0] === words[1] ? 'apart' : 'joined')
    : comparedPart(near > 0.6 ? 'sound.similar' : 'sound.differs', true, words);
  return { parts: [part], conflicts: part.conflicts ? 1 : 0 };
};
