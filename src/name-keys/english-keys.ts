import { englishStopWords, placeLikeNames } from '../../schema/lexicon/generic-words.ts';
import { LONGEST_NAME } from '../../schema/record.ts';
import { provincesOrCitiesSpelled } from '../places/english-names.ts';
import { canonicalWord, genericEn, ordinalOf } from './generic-words.ts';

const STOP: ReadonlySet<string> = new Set(englishStopWords.always);
const KIND_WORDS: ReadonlySet<string> = new Set([
  'hospital',
  'clinic',
  'center',
  'infirmary',
  'sanatorium',
  'institute',
]);
const TAIL =
  /[\s,.;]*\b(?:p\.?\s?r\.?\s*(?:of\s+)?china|people['’`]?s republic of china|(?<=,\s*)china)[\s.]*$/iu;

/** Most names: nothing of them is composed, and nothing an accent. */
const ASCII = /^[ -~]*$/u;

/** Lower case without accents (Ruìjīn → ruijin), ampersand spelled out, apostrophes gone. A name is read so far as one may be long. */
export const plainLatin = (text: string): string => {
  const read = text.slice(0, LONGEST_NAME);
  const lower = (ASCII.test(read) ? read : read.normalize('NFKD').replace(/\p{M}+/gu, '')).toLowerCase();
  return (lower.includes('china') ? lower.replace(TAIL, '') : lower)
    .replace(/&/gu, ' and ')
    .replace(/['’`‘ʼ]/gu, '');
};

/**
 * Phrases that mean one thing, joined into one word before the text is cut into words. Before each pattern stands a part of every text it
 * can match, '' where there is none: most texts hold none of them.
 */
const phrases: readonly (readonly [string, RegExp, string])[] = [
  ['liberation', /\b(?:chinese )?peoples? (?:s )?liberation army\b/gu, ' pla '],
  ['pla', /\bchinese pla\b/gu, ' pla '],
  ['western', /\b(?:traditional )?chinese and western\b/gu, ' tcm western '],
  ['', /\bt\.?\s?c\.?\s?m\b\.?|\btraditional chinese (?:medicine|medical)\b|\bchinese medicine\b/gu, ' tcm '],
  ['people', /\bpeoples?\s+s\b/gu, ' people '],
  ['n', /\bno\.?\s*(\d{1,2})\b|\bnumber\s+(\d{1,2})\b/gu, ' $1$2th '],
  ['', /\b(\d{1,2})(?=\s+(?:hospital|people|affiliated|central|clinical))/gu, ' $1th '],
  // "Maternity and Child Care", "Maternal & Child Health Care Service": one kind of hospital, 妇幼保健院.
  [
    'child',
    /\bmatern(?:al|ity)\s{1,3}(?:and\s{1,3})?child(?:ren)?s?[\s-]{0,2}(?:health[\s-]?(?:care)?|care)(?: services?)?\b/gu,
    ' maternal child health ',
  ],
  [
    'child',
    /\bmaternal and child(?:ren)?\b|\bmaternity and child\b|\bwomen and children\b|\bmaternal child\b/gu,
    ' maternal child ',
  ],
  ['health', /\bhealth\s+care\b/gu, ' healthcare '],
  ['west', /\bwest china\b/gu, ' westchina '],
  ['yat', /\bs(?:u|i)n[\s-]?yat[\s-]?s[ae]n\b/gu, ' sunyatsen '],
  ['jiao', /\bjiao[\s-]?tong\b/gu, ' jiaotong '],
];

const words = (text: string): string[] => {
  let spaced = text;
  for (const [part, pattern, put] of phrases)
    if (spaced.includes(part)) spaced = spaced.replace(pattern, put);
  return spaced
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !STOP.has(word))
    .map(canonicalWord);
};

/** What an ordinal counts: a hospital (第二附属医院) or something else in the name (第二军医大学). */
const COUNTED: ReadonlySet<string> = new Set([
  'hospital',
  'affiliated',
  'people',
  'clinical',
  'central',
  'center',
  'tcm',
]);

/** Words in one order, ordinals tied to what they count: First of Second ≠ Second of First. */
const bag = (of: readonly string[]): string => {
  const out = of.map((word, at) => {
    const ordinal = ordinalOf(word);
    if (ordinal === null) return word;
    const next = of[at + 1] ?? 'hospital';
    return COUNTED.has(next) ? `#${ordinal}` : `#${ordinal}${next}`;
  });
  return out.sort().join(' ');
};

const PARENT_WORD = /\b(?:university|univ|college|school|academy|faculty|institute of)\b/u;
const SPLIT = /,|;|\(|\)|\baffiliated (?:to|with)\b|\baffiliate of\b|\bof\b|\bat\b/u;
const LAST_PARENT =
  /^.*\b(?:university|univ|daxue|academy of [a-z]+ sciences|medical college|college|school of medicine|school)\b/u;

/** The part that names the hospital itself: "Zhongshan Hospital of Xiamen University" → "zhongshan hospital". `all`: the words of the whole text. */
const headOf = (text: string, all: readonly string[]): string | null => {
  for (const part of text.split(SPLIT)) {
    const rest = part.replace(LAST_PARENT, ' ');
    const own = rest === text ? all : words(rest);
    if (own.some((word) => KIND_WORDS.has(word)) && !PARENT_WORD.test(own.join(' '))) return own.join(' ');
  }
  return null;
};

const KEPT_PLACES: ReadonlySet<string> = new Set(placeLikeNames.latinKeys);
const isGeneric = (word: string): boolean =>
  genericEn.has(word) ||
  ordinalOf(word) !== null ||
  (provincesOrCitiesSpelled(word).length > 0 && !KEPT_PLACES.has(word));

const shortEn = (text: string, all: readonly string[]): string | null => {
  const head = headOf(text, all);
  if (head === null) return null;
  const own = head.split(' ');
  if (own.every(isGeneric)) return null;
  while (own.length > 2 && own[0] !== undefined && provincesOrCitiesSpelled(own[0]).length > 0) own.shift();
  return own.length > 8 ? null : bag(own);
};

/** Keys of a name written in Latin letters (English or pinyin). Words in any order give the same full key. */
export const englishKeys = (value: string): { full: string; short: string | null } => {
  const text = plainLatin(value);
  const all = words(text);
  return { full: bag(all), short: shortEn(text, all) };
};

/** The first of these keys alone. */
export const englishKey = (value: string): string => bag(words(plainLatin(value)));
