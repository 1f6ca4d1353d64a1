import { englishOrdinals, englishStopWords } from '../../../schema/lexicon/generic-words.ts';
import { plainLatin } from '../../name-keys/english-keys.ts';
import { canonicalWord, genericEn, ordinalOf, withoutGenericZh } from '../../name-keys/generic-words.ts';
import { canonicalZh } from '../../name-keys/keys.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import { parseName, parseReadings } from '../../names/parse/parse-name.ts';
import { saysNone } from '../../names/parse/parts.ts';
import { translateName } from '../../names/translate/translate-name.ts';
import { placeTitle } from '../../places/english-title.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { neighboursExchanged, shortLevenshtein } from '../../text/edit-distance.ts';
import { hasHan, simplify } from '../../text/han.ts';
import { syllables } from '../../text/pinyin.ts';
import { textsOfBearer } from './house-of.ts';
import type { Likely } from './likelihood.ts';

/** So much of what is its own in a name that was asked must be in the names of who is offered for it. */
const LEAST = 2 / 3;
/** Letters from which on a word may stand within others, and from which on one that differs by a slip is meant: shorter ones make other words of it (Qilu, Qifu). */
const [WITHIN, LONG] = [4, 5];

/** Characters that any university's hospital or institute has in short (桂医附院 and 贵医附院 share no more), and digits, which parts of names are compared by. */
const OF_ANY_BODY = /研究|[大学附\d]/gu;

/** What a Chinese name has besides its place and words that any hospital may have; else what its university has. */
const ownCharacters = (name: string): readonly string[] => {
  const text = canonicalZh(name);
  const rest = text.slice(leadingPlace(text)?.length ?? 0);
  const own = withoutGenericZh(rest).replace(OF_ANY_BODY, '');
  return [...(own === '' ? parseName(name).parentText.replace(OF_ANY_BODY, '') : own)];
};

/** 山西大医院: beside its place no more than what any university has in short, and no university. */
const saysOnlyAnyBody = (name: string): boolean => {
  const text = canonicalZh(name);
  return /^[研究大学附]{1,4}$/u.test(withoutGenericZh(text.slice(leadingPlace(text)?.length ?? 0)));
};

type Record = Readonly<{ index: NameIndex; one: Likely }>;

const namesOf = ({ index, one }: Record): readonly string[] => textsOfBearer(index, one.name);

const placesOf = ({ index, one }: Record): readonly string[] => {
  const { province, city } = index.places.at(one.institution);
  return [province, city].filter((place) => place !== null);
};

/** Whether the characters stand in the names or places of the record, half of them by their sound at most (瑞锦 for 瑞金). */
const explainsHan = (name: string, record: Record): boolean => {
  const texts = [...namesOf(record), ...placesOf(record)].filter(hasHan).map(simplify);
  const own = ownCharacters(name);
  if (own.length === 0 && saysOnlyAnyBody(name)) return false;
  const written = own.filter((one) => texts.some((text) => text.includes(one)));
  if (texts.length === 0 || written.length >= LEAST * own.length) return true;
  const sounds = new Set(texts.flatMap((text) => syllables(text)));
  const heard = own.filter((one) => syllables(one).every((syllable) => sounds.has(syllable)));
  return written.length * 2 >= own.length && heard.length >= LEAST * own.length;
};

const PASSED_OVER: ReadonlySet<string> = new Set([
  ...genericEn,
  ...englishStopWords.always,
  ...englishStopWords.inNames,
]);
const KINDS: readonly string[] = [...genericEn, ...englishOrdinals];

const wordsOf = (text: string): readonly string[] =>
  plainLatin(text)
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');

/** Whether a long word is another but for one slip of the keyboard (Frist). */
const isSlipOf = (word: string, other: string): boolean =>
  Math.max(word.length, other.length) >= LONG &&
  word.charAt(0) === other.charAt(0) &&
  (shortLevenshtein(word, other) <= 1 || neighboursExchanged(word, other));

/** What an English name has besides words that any hospital may have. */
const ownWords = (name: string): readonly string[] =>
  wordsOf(name.replaceAll('-', ''))
    .map(canonicalWord)
    .filter(
      (word) =>
        !PASSED_OVER.has(word) &&
        ordinalOf(word) === null &&
        !/^\d/u.test(word) &&
        !KINDS.some((kind) => isSlipOf(word, kind)),
    );

/** The names of a record word by word: as they are in English, in our translation and as they sound. */
const spelledNames = (record: Record): readonly (readonly string[])[] => [
  ...namesOf(record).flatMap((name) =>
    hasHan(name) ? [syllables(name), wordsOf(translateName(name) ?? '')] : [wordsOf(name).map(canonicalWord)],
  ),
  ...placesOf(record).map((place) => wordsOf(placeTitle(place))),
];

/** Whether the words stand in the names or places of the record, each by itself or all in one, or but for one slip. */
const explainsLatin = (name: string, record: Record): boolean => {
  const own = ownWords(name);
  const names = spelledNames(record);
  const joined = names.map((words) => words.join(''));
  const isThere = (text: string): boolean =>
    joined.some((one) => one === text || (text.length >= WITHIN && one.includes(text)));
  const isExplained = (word: string): boolean =>
    isThere(word) ||
    names.some((words) => words.some((one) => one === word || isSlipOf(word, one))) ||
    joined.some((one) => isSlipOf(word, one));
  const letters = (words: readonly string[]): number => words.join('').length;
  return isThere(own.join('')) || letters(own.filter(isExplained)) >= LEAST * letters(own);
};

/** PUMCH: initials are explained by words that they are not letters of. */
const INITIALS = /\b[A-Z]{3,8}\b/u;

/** 上海医院: any hospital of a place. */
const saysOnlyWhere = (name: string): boolean =>
  parseReadings(name).every(
    (parts) =>
      parts.places.length > 0 &&
      saysNone(parts, 'core', 'parent', 'kinds', 'specialties', 'districts', 'ordinal'),
  );

/**
 * Whether a hospital on record is one to ask about by its name ("Did you mean …?"): two thirds of what is its own in the name that was asked are in its names, by characters, words
 * or sound, or are but for one slip. 茂名 is not asked about for Minhang.
 */
export const isWorthAsking = (index: NameIndex, name: string, one: Likely): boolean => {
  if (INITIALS.test(name)) return true;
  if (saysOnlyWhere(name)) return one.key !== null;
  return hasHan(name) ? explainsHan(name, { index, one }) : explainsLatin(name, { index, one });
};
