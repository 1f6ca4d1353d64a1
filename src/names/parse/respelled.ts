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
import { leadingPlace, placeNamed } from '../../places/place-names.ts';
import { isOneSlip } from '../../text/edit-distance.ts';
import { hasHan, simplify } from '../../text/han.ts';
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
  letters.length < SHORTEST || list.includes(letters) ? [] : list.filter((one) => isOneSlip(letters, one));

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
const HAN_CENTRE = /(?:中心|研究[院所])$/u;
/** What a hospital is often called itself: 瑞金医疗中心, 瑞金国际医学中心. */
const HAN_HOSPITAL = /^.{2,4}?(?:国际)?(?:医疗|医学)中心$/u;
const LATIN_CENTRE = /^(?:cent(?:er|re)|clinic|institute)$/iu;
const LATIN_HOUSE = /\b(?:hospital|cent(?:er|re)|clinic|institute|university|college|school)\b/iu;

/** A name cut into what may be a hospital's and the words behind it. */
export type Cut = Readonly<{ parent: string; words: string }>;

const isCity = (words: string): boolean => provincesOrCitiesSpelled(words).length > 0;

/** The same, with the hospital's own word alone. */
type CalledAfter = Cut & Readonly<{ own: string }>;

const calledAfterInLatin = (name: string): readonly CalledAfter[] => {
  const all = name.trim().split(/[\s,]+/u);
  const end = all.findLastIndex((word) => LATIN_CENTRE.test(word));
  const behind = all.slice(end + 1).join(' ');
  if (all.length > MOST_WORDS || /hospital/iu.test(name) || (behind !== '' && !isCity(behind))) return [];
  const places = isCity(all[0] ?? '') ? 1 : 0;
  return upTo(1, Math.min(2, end - places))
    .map((count) => [all.slice(0, places + count), all.slice(places + count, end + 1)] as const)
    .filter(([own]) => !isCity(own.slice(places).join(' ')))
    .map(([own, words]) => ({
      own: own.slice(places).join(' '),
      parent: [...own, 'Hospital', behind].join(' ').trim(),
      words: words.join(' '),
    }));
};

/**
 * The hospitals that a center, a clinic or an institute may be called after, by the first characters or words of its name behind its city: 瑞金医院 for 瑞金干细胞中心, "Shanghai Ruijin
 * Hospital" for "Shanghai Ruijin Stem Cell Center". None for any other name, and for a city or province alone (北京干细胞中心).
 */
export const calledAfter = (name: string): readonly CalledAfter[] => {
  if (!hasHan(name)) return calledAfterInLatin(name);
  const last = HAN_CENTRE.test(name) && !HAN_HOSPITAL.test(name) ? Math.min(MOST_OWN, name.length - 3) : 0;
  return upTo(LEAST_OWN, last)
    .map((length) => ({ own: name.slice(0, length), words: name.slice(length) }))
    .filter(({ own, words }) => (placeNamed(own)?.level ?? COUNTY) >= COUNTY && !HAN_HOSPITAL.test(words))
    .map(({ own, words }) => ({ own, parent: `${own}医院`, words }));
};
/** Level of a place that may be a hospital's own word as well: 瑞金. */
const COUNTY = 3;

const upTo = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last + 1 - first) }, (_, more) => first + more);

/** 深圳南山医院, 高州医院: the people's hospital of a district or a county is often called by its word alone; none for any other name. */
export const peoplesThere = (name: string): readonly string[] => {
  const [, before = ''] = HOUSE_BEHIND.exec(simplify(name.trim())) ?? [];
  const town = leadingPlace(before);
  const own = town === null || town.place.level >= COUNTY ? before : before.slice(town.length);
  return placeNamed(own)?.level === COUNTY ? [`${before}人民医院`] : [];
};
const HOUSE_BEHIND = /^(\p{Script=Han}{2,10})医院$/u;

/** "Chongqing General": a name in Latin letters without a word for a house, with one; none for any other. */
export const asHospital = (name: string): readonly string[] =>
  hasHan(name) || LATIN_HOUSE.test(name) ? [] : [`${name.trim()} Hospital`];
