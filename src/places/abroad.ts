import { hasHan } from '../text/han.ts';

const OURS: ReadonlySet<string> = new Set(['CN', 'HK', 'MO', 'TW']);
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Names of all countries and regions but China's, as Unicode's list of them has them (CLDR, in Node). */
const countriesIn = (language: string): readonly string[] => {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  return LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
    .filter((code) => !OURS.has(code))
    .flatMap((code) => names.of(code) ?? []);
};

let han: readonly string[] | null = null;
/** Chinese names of all countries and regions but China's, of two characters or more; built when first asked for. */
const foreignCountries = (): readonly string[] => {
  han ??= countriesIn('zh').filter((name) => name.length > 1 && hasHan(name));
  return han;
};

/** Time zones whose town is China's. */
const OUR_ZONES = /\/(?:Shanghai|Urumqi|Chongqing|Chungking|Harbin|Kashgar|Hong_Kong|Macau|Macao|Taipei)$/u;
const TOWN_ZONE = /^(?:Africa|America|Asia|Australia|Europe|Pacific)\/([A-Z][A-Za-z_]{3,})$/u;

/** Towns abroad after which a time zone is called (IANA, in Node): Dubai, London, New York. */
const zoneTowns = (): readonly string[] =>
  Intl.supportedValuesOf('timeZone')
    .filter((zone) => !OUR_ZONES.test(zone))
    .flatMap((zone) => TOWN_ZONE.exec(zone)?.[1] ?? [])
    .map((town) => town.replaceAll('_', ' '));

const SHORT = ['usa', 'uk', 'uae', 'america', 'england', 'scotland', 'korea'];
let latin: ReadonlySet<string> | null = null;
const foreignWords = (): ReadonlySet<string> => {
  latin ??= new Set([
    ...countriesIn('en').map((name) => name.toLowerCase()),
    ...zoneTowns().map((town) => town.toLowerCase()),
    ...SHORT,
  ]);
  return latin;
};

/** Most words of a name that are read, and of a country's name. */
const MOST_WORDS = 20;
const LONGEST = 3;

/** The first country or town abroad that a name in Latin letters says, as a part of it. */
const inLatin = (name: string): string | null => {
  const words = [...name.matchAll(/[\p{L}.]+/gu)].slice(0, MOST_WORDS);
  for (const [at, first] of words.entries())
    for (const last of words.slice(at, at + LONGEST).toReversed()) {
      const text = name.slice(first.index, last.index + last[0].length);
      if (foreignWords().has(text.toLowerCase().replaceAll('.', ''))) return text;
    }
  return null;
};

/**
 * The country abroad, or in Latin letters the town, that a name says as one of its words: Dubai of "Ruijin Hospital Dubai", 泰国 of 泰国华山医院; null where it says
 * none. Of towns those are known after which a time zone is called.
 */
export const saidAbroad = (name: string): string | null =>
  hasHan(name) ? (foreignCountries().find((country) => name.includes(country)) ?? null) : inLatin(name);
