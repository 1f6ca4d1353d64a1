import { countryWords } from '../../schema/lexicon/address-words.ts';

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

const lettersOf = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z]/g, '');

/** Names of all countries and regions abroad in a language, as Unicode's list of them (CLDR, in Node) has them, long and short. */
const namesIn = (language: string): readonly string[] =>
  (['long', 'short'] as const).flatMap((style) => {
    const names = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
    return LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
      .filter((code) => !LEFT_OUT.has(code))
      .flatMap((code) => names.of(code) ?? []);
  });

let kept: Readonly<{ chinese: readonly string[]; english: ReadonlySet<string> }> | null = null;
/** Built when first asked for. */
const countries = () => {
  kept ??= {
    chinese: [...new Set([...namesIn('zh'), ...countryWords.chinese])].filter((name) => name.length > 1),
    english: new Set(
      [...namesIn('en').flatMap((name) => [name, ...name.split(/[()]/)]), ...countryWords.english]
        .map(lettersOf)
        .filter((letters) => letters.length > 1),
    ),
  };
  return kept;
};

/** Chinese names of all countries and regions abroad, of two characters or more. */
export const chineseCountries = (): readonly string[] => countries().chinese;

/** Initials of two letters are too many other words (us, at). */
const LEAST_ALONE = 3;

/** Whether words in Latin letters are the name of a country abroad and nothing else: Singapore, U.S.A., UK. */
export const isEnglishCountry = (text: string): boolean => {
  const letters = lettersOf(text);
  return (letters.length >= LEAST_ALONE || letters === 'uk') && countries().english.has(letters);
};

/** Whether a Chinese text is the name of a country abroad and nothing else. */
export const isCountry = (text: string): boolean => countries().chinese.includes(text);

/** The country abroad that a Chinese text begins with, unless what follows makes it the name of a building or a street here. */
export const leadingCountry = (text: string): string | null =>
  countries().chinese.find(
    (name) =>
      text.startsWith(name) && !countryWords.noAddress.some((word) => text.startsWith(word, name.length)),
  ) ?? null;

/** Most words of a country's English name. */
const MOST_WORDS = 5;
/** Initials that end a text may be a house's: they are a country's only where they stand alone. */
const LEAST_AT_END = 3;

/** Whether a text in Latin letters is the name of a country abroad, or ends in one: Singapore, "Orchard Road Singapore", U.S.A. */
export const endsInCountry = (text: string): boolean => {
  if (countries().english.has(lettersOf(text))) return true;
  const words = text.split(/[^\p{L}.]+/u).filter((word) => word !== '');
  return Array.from({ length: Math.min(MOST_WORDS, words.length) }, (_, at) =>
    lettersOf(words.slice(-1 - at).join('')),
  ).some((letters) => letters.length >= LEAST_AT_END && countries().english.has(letters));
};

/** Whether a country's English name is a quarter of Hong Kong or Macau as well: Jordan. */
export const isQuarterToo = (text: string): boolean => countryWords.alsoOurs.includes(lettersOf(text));
