import { englishOrdinals, englishSpellings, genericWords } from '../../schema/lexicon/generic-words.ts';

/** Ordinals and the numbers in them say nothing either: 第三, 二. */
const NUMBERED = '第[一二三四五六七八九十百千0-9]+|[一二三四五六七八九十]';
const GENERIC_ZH = new RegExp([NUMBERED, ...genericWords.zh].join('|'), 'gu');

/** What is left of a Chinese name (simplified, bare) when the generic words are taken out; one pass, no backtracking. */
export const withoutGenericZh = (text: string): string => text.replace(GENERIC_ZH, '');

/** True when a Chinese name holds nothing but generic words. */
export const isGenericZh = (text: string): boolean => withoutGenericZh(text) === '';

/** English words of institutions' kinds, in the canonical spelling that `canonicalWord` gives. */
export const genericEn: ReadonlySet<string> = new Set(genericWords.en);

const canonical = new Map(Object.entries(englishSpellings));

/** One spelling for the words that English hospital names vary. */
export const canonicalWord = (word: string): string => canonical.get(word) ?? word;

/** 1 for "first", "1st"; null when the word is no ordinal. */
export const ordinalOf = (word: string): number | null => {
  const at = englishOrdinals.indexOf(word);
  if (at >= 0) return at + 1;
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  return digits ? Number(digits[1]) : null;
};
