import famous from '../../../schema/codes/famous-names.json' with { type: 'json' };
import { englishOrdinals } from '../../../schema/lexicon/generic-words.ts';
import { countiesSpelled, placesMistyped, placesSpelled } from '../../places/english-names.ts';
import { placeTitle } from '../../places/english-title.ts';
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

const ordinalMisspelt = (word: string): readonly string[] => {
  const letters = word.toLowerCase();
  if (letters.length < SHORTEST || englishOrdinals.includes(letters)) return [];
  return englishOrdinals.filter(
    (one) =>
      one.length >= SHORTEST && (shortLevenshtein(letters, one) === 1 || neighboursExchanged(letters, one)),
  );
};

const famousWords: readonly string[] = famous.words
  .flatMap(({ en }) => en)
  .filter((one) => one.length >= SHORTEST);

/** A famous word with two letters exchanged or one wrong: Unoin. */
const famousMisspelt = (word: string): readonly string[] => {
  const letters = word.toLowerCase();
  return letters.length < SHORTEST || famousWords.includes(letters)
    ? []
    : famousWords.filter((one) => shortLevenshtein(letters, one) === 1 || neighboursExchanged(letters, one));
};

/**
 * A name in Latin letters with the first word that misspells a place, a number or a famous word put right, in each of at most a few ways that it can be: "Gaungdong
 * Provincial Hospital", "Frist Hospital of Peking University". None where no word is one letter off.
 */
export const respelled = (name: string): readonly string[] => {
  const words = hasHan(name) ? [] : name.split(' ');
  for (const [at, word] of words.slice(0, MOST_WORDS).entries()) {
    const right = [...placesMisspelt(word), ...ordinalMisspelt(word), ...famousMisspelt(word)];
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
