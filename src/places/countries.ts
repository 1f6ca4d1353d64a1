import { countryWords, townsAbroad } from '../../schema/lexicon/address-words.ts';
import { late } from '../text/remembered.ts';

/** Codes that CLDR has names for and that are no country abroad: China's own, and what stands for no place. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'CN',
  'HK',
  'MO',
  'TW',
  'ZZ',
  'XA',
  'XB',
  'EU',
  'EZ',
  'UN',
  'QO',
]);
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const PAIRS: readonly string[] = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(
  (code) => !LEFT_OUT.has(code),
);

const lettersOf = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z]/g, '');

/** Names of all countries and regions abroad in a language, as Unicode's list of them (CLDR, in Node) has them, long and short. */
const namesIn = (language: string): readonly string[] => {
  const inStyle = (style: 'long' | 'short') =>
    new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
  const [long, short] = [inStyle('long'), inStyle('short')];
  // Of 676 pairs of letters some 300 have a name, and none has a short one alone.
  const named = PAIRS.filter((code) => long.of(code) !== undefined);
  return [long, short].flatMap((names) => named.flatMap((code) => names.of(code) ?? []));
};

/** Names of two characters or more by their first one, the longest first. */
const byFirst = (names: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  Map.groupBy(
    [...new Set(names)]
      .filter((name) => name.length > 1)
      .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    (name) => name.charAt(0),
  );

/** Each language by itself: a name in one asks nothing of the other. */
const chineseNames = late(() => byFirst([...namesIn('zh'), ...countryWords.chinese, ...townsAbroad]));
const englishNames = late(
  () =>
    new Set(
      [...namesIn('en').flatMap((name) => [name, ...name.split(/[()]/)]), ...countryWords.english]
        .map(lettersOf)
        .filter((letters) => letters.length > 1),
    ),
);

/** The names of countries, regions and towns abroad that a Chinese text has at a place, the longest first. */
export const chineseAbroadAt = (text: string, at: number): readonly string[] =>
  (chineseNames().get(text.charAt(at)) ?? []).filter((name) => text.startsWith(name, at));

/** Initials of two letters are too many other words (us, at). */
const LEAST_ALONE = 3;

/** Whether words in Latin letters are the name of a country abroad and nothing else: Singapore, U.S.A., UK. */
export const isEnglishCountry = (text: string): boolean => {
  const letters = lettersOf(text);
  return (letters.length >= LEAST_ALONE || letters === 'uk') && englishNames().has(letters);
};

/** Whether a Chinese text is the name of a country or a town abroad and nothing else. */
export const isAbroad = (text: string): boolean => chineseAbroadAt(text, 0).includes(text);

/** The country or town abroad that a Chinese text begins with, unless what follows makes it the name of a building or a street here. */
export const leadingAbroad = (text: string): string | null =>
  chineseAbroadAt(text, 0).find(
    (name) => !countryWords.noAddress.some((word) => text.startsWith(word, name.length)),
  ) ?? null;

/** Most words of a country's English name. */
const MOST_WORDS = 5;
/** Initials that end a text may be a house's: they are a country's only where they stand alone. */
const LEAST_AT_END = 3;

/** Whether a text in Latin letters is the name of a country abroad, or ends in one: Singapore, "Orchard Road Singapore", U.S.A. */
export const endsInCountry = (text: string): boolean => {
  if (englishNames().has(lettersOf(text))) return true;
  const words = text.split(/[^\p{L}.]+/u).filter((word) => word !== '');
  return Array.from({ length: Math.min(MOST_WORDS, words.length) }, (_, at) =>
    lettersOf(words.slice(-1 - at).join('')),
  ).some((letters) => letters.length >= LEAST_AT_END && englishNames().has(letters));
};

/** Whether a country's English name is a quarter of Hong Kong or Macau as well: Jordan. */
export const isQuarterToo = (text: string): boolean => countryWords.alsoOurs.includes(lettersOf(text));
