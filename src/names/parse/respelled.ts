import famous from '../../../schema/codes/famous-names.json' with { type: 'json' };
import { englishOrdinals, genericWords } from '../../../schema/lexicon/generic-words.ts';
import { englishNameWords } from '../../../schema/lexicon/name-words.ts';
import {
  countiesSpelled,
  placesMistyped,
  placesSpelled,
  provincesOrCitiesSpelled,
} from '../../places/english-names.ts';
import { placeTitle } from '../../places/english-title.ts';
import { placeNamed } from '../../places/place-names.ts';
import { neighboursExchanged, shortLevenshtein } from '../../text/edit-distance.ts';
import { hasHan } from '../../text/han.ts';
import { syllables } from '../../text/pinyin.ts';

/** Words of a name that are looked at. */
const MOST_WORDS = 12;
/** Shorter words are one letter off too many others. */
const SHORTEST = 4;

/** So many places that are spelled nearly alike are looked at. */
const MOST_PLACES = 3;

const isPlace = (word: string): boolean =>
  (['province', 'city', 'county'] as const).some((level) => placesSpelled(word, level).length > 0) ||
  countiesSpelled(word).length > 0;

const placesMisspelt = (word: string): readonly string[] =>
  isPlace(word) ? [] : [...new Set(placesMistyped(word).map(placeTitle))].slice(0, MOST_PLACES);

/** Words of this list that a word is but for one letter, or two neighbours exchanged; none for one of them. */
const oneOff = (letters: string, list: readonly string[]): readonly string[] =>
  letters.length < SHORTEST || list.includes(letters)
    ? []
    : list.filter((one) => shortLevenshtein(letters, one) === 1 || neighboursExchanged(letters, one));

const longEnough = (list: readonly string[]): readonly string[] =>
  list.filter((one) => one.length >= SHORTEST);

const ordinals = longEnough(englishOrdinals);
const famousWords = longEnough(famous.words.flatMap(({ en }) => en));
/** Words of any hospital's name: Chidren's, Cental, Wset. */
const common = [...new Set([...englishNameWords, ...genericWords.en])].filter((one) =>
  /^(?:[a-z]{5,}|east|west)$/u.test(one),
);

/** A word of any hospital's name that is spelled wrong, with what its end says of whose it is (Chidren's). */
const commonMisspelt = (word: string): readonly string[] => {
  const [own = '', end = ''] = word.split(/(?=['’]s?$)/u);
  return oneOff(own.toLowerCase(), common).map((one) => one + end);
};

/**
 * A name in Latin letters with the first word that misspells a place, a number, a famous word or one of any hospital put right, in each of at most a few ways that it can be: "Gaungdong
 * Provincial Hospital", "Frist Hospital of Peking University". None where no word is one letter off.
 */
export const respelled = (name: string): readonly string[] => {
  const words = hasHan(name) ? [] : name.split(' ');
  for (const [at, word] of words.slice(0, MOST_WORDS).entries()) {
    const letters = word.toLowerCase();
    const right = [
      ...placesMisspelt(word),
      ...oneOff(letters, ordinals),
      ...oneOff(letters, famousWords),
      ...commonMisspelt(word),
    ];
    if (right.length > 0) return right.map((one) => words.with(at, one).join(' '));
  }
  return [];
};

/** 新余第四四医院: a Chinese name without the second of two equal characters that stand together, in each place where it may be one too many. */
export const undoubled = (name: string): readonly string[] =>
  [...name.matchAll(/(\p{Script=Han})\1/gu)]
    .slice(0, MOST_PLACES)
    .map(({ index }) => name.slice(0, index) + name.slice(index + 1));

/** 首都医科大学附属北京重医医院: a name in Chinese characters alone as it sounds, since who types by sound picks a wrong character of it; none for any other. */
export const heard = (name: string): readonly string[] =>
  /^\p{Script=Han}+$/u.test(name) ? [syllables(name).join(' ')] : [];

/** Fewest and most characters of a hospital's own word. */
const [LEAST_OWN, MOST_OWN] = [2, 4];
const HAN_CENTRE = /(?<!医疗|医学)中心$/u;
const LATIN_CENTRE = /\s{1,3}(?:cent(?:er|re)|clinic|institute)$/iu;
const LATIN_HOUSE = /\b(?:hospital|cent(?:er|re)|clinic|institute|university|college|school)\b/iu;

/**
 * The hospitals that a center or a clinic may be called after, by the first characters or words of its name: 瑞金医院 for 瑞金干细胞中心, "Ruijin Hospital" for "Ruijin Stem Cell
 * Center". None for any other name, and for a city or province (北京干细胞中心).
 */
export const calledAfter = (name: string): readonly string[] => {
  if (hasHan(name)) {
    const last = HAN_CENTRE.test(name) ? Math.min(MOST_OWN, name.length - 3) : 0;
    const words = upTo(LEAST_OWN, last).map((length) => name.slice(0, length));
    return words.filter((one) => (placeNamed(one)?.level ?? COUNTY) >= COUNTY).map((one) => `${one}医院`);
  }
  const words = LATIN_CENTRE.test(name) ? name.replace(LATIN_CENTRE, '').split(/\s+/u) : [];
  return upTo(1, Math.min(2, words.length - 1))
    .map((count) => words.slice(0, count).join(' '))
    .filter((one) => provincesOrCitiesSpelled(one).length === 0)
    .map((one) => `${one} Hospital`);
};
/** Level of a place that may be a hospital's own word as well: 瑞金. */
const COUNTY = 3;

const upTo = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last + 1 - first) }, (_, more) => first + more);

/** "Chongqing General": a name in Latin letters without a word for a house, with one; none for any other. */
export const asHospital = (name: string): readonly string[] =>
  hasHan(name) || LATIN_HOUSE.test(name) ? [] : [`${name.trim()} Hospital`];
