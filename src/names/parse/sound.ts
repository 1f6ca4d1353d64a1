import { pinyinPhrases, pinyinSyllables } from '../../../schema/lexicon/pinyin.ts';
import { plainLatin } from '../../name-keys/english-keys.ts';
import { shortName } from '../../places/short-name.ts';
import { hasHan, latinWords } from '../../text/han.ts';
import { syllables } from '../../text/pinyin.ts';
import { remembered } from '../../text/remembered.ts';

/** Every syllable of Mandarin, without tones. */
const known: ReadonlySet<string> = new Set(pinyinSyllables);

/** Whether a word is one syllable of Mandarin, without its tone. */
export const isSyllable = (word: string): boolean => known.has(word);

const LONGEST = 6;

/** Cuts run-together pinyin into syllables, longest first with one step back; null when it is no pinyin. */
const cut = (word: string): string[] | null => {
  const out: string[] = [];
  const dead = new Set<number>();
  const walk = (at: number): boolean => {
    if (at === word.length) return true;
    for (let length = Math.min(LONGEST, word.length - at); length > 0; length -= 1) {
      const piece = word.slice(at, at + length);
      if (!known.has(piece)) continue;
      out.push(piece);
      if (dead.has(at + length) || !walk(at + length)) out.pop();
      else return true;
    }
    dead.add(at);
    return false;
  };
  return walk(0) ? out : null;
};

/** The syllables of a word that can be pinyin as a whole; null for any other. */
export const pinyinOf = (word: string): readonly string[] | null => (word === '' ? null : cut(word));

/** Whether a word can be pinyin as a whole: "huashan", not "hosptial". */
export const spelledInPinyin = (word: string): boolean => cut(word) !== null;

/** Longest pinyin that is read, in words; names are shorter. */
const MOST = 40;

const NUMERALS = '零一二三四五六七八九';

/** Digits as they are spoken one by one: 第960医院 → 第九六零医院. */
const spelled = (text: string): string => text.replace(/\d/gu, (digit) => NUMERALS.charAt(Number(digit)));

/** The syllables of a name typed wholly in pinyin ("rui jin yiyuan"); null for English and for anything else. */
export const spokenName = (name: string): readonly string[] | null => {
  if (hasHan(name)) return null;
  const words = latinWords(
    plainLatin(name).replace(/\d/gu, (digit) => ` ${pinyinPhrases.digits[Number(digit)]} `),
  );
  if (words.length === 0 || words.length > MOST) return null;
  const out: string[] = [];
  for (const word of words) {
    const read = word.length > 60 ? null : cut(word);
    if (read === null) return null;
    out.push(...read);
  }
  return out.length >= 3 && out.join('').endsWith('yuan') ? out : null;
};

/** The syllables of a canonical Chinese name as it is spoken. */
export const spokenHan = (canonical: string): readonly string[] => syllables(spelled(canonical));

/** What pinyin spells that English translates, in names typed wholly in pinyin. Read in this order. */
const TRANSLATED: readonly (readonly [RegExp, string])[] = pinyinPhrases.phrases.map(({ phrase, words }) => [
  new RegExp(`\\b(?:${phrase})\\b`, 'gu'),
  words,
]);

/** A name typed wholly in pinyin with its common words in English ("rui jin yi yuan" → "rui jin hospital"); others unchanged. */
export const pinyinWords = (text: string): string =>
  spokenName(text) === null
    ? text
    : TRANSLATED.reduce((out, [pattern, put]) => out.replace(pattern, put), text);

/** A run of Chinese characters as one Latin word: 瑞金 → ruijin. */
export const latin = (run: string): string => syllables(run).join('');

/** The short name of a place as one Latin word: 台州市 → taizhou. There are a few thousand places, and each is asked for often. */
export const latinPlace = remembered(20_000, (name) => latin(shortName(name)));
