import { countryWords } from '../../schema/lexicon/address-words.ts';
import { hasHan } from '../text/han.ts';
import { chineseCountries, isEnglishCountry } from './countries.ts';
import { placeNamed } from './place-names.ts';

/** Time zones whose town is China's. */
const OUR_ZONES = /\/(?:Shanghai|Urumqi|Chongqing|Chungking|Harbin|Kashgar|Hong_Kong|Macau|Macao|Taipei)$/u;
const TOWN_ZONE = /^(?:Africa|America|Asia|Australia|Europe|Pacific)\/([A-Z][A-Za-z_]{3,})$/u;

let towns: ReadonlySet<string> | null = null;
/** Towns abroad after which a time zone is called (IANA, in Node): Dubai, London, New York. Built when first asked for. */
const zoneTowns = (): ReadonlySet<string> => {
  towns ??= new Set(
    Intl.supportedValuesOf('timeZone')
      .filter((zone) => !OUR_ZONES.test(zone))
      .flatMap((zone) => TOWN_ZONE.exec(zone)?.[1] ?? [])
      .map((town) => town.replaceAll('_', ' ').toLowerCase())
      .filter((town) => !countryWords.alsoWords.includes(town)),
  );
  return towns;
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
      if (isEnglishCountry(text) || zoneTowns().has(text.toLowerCase())) return text;
    }
  return null;
};

/** Whether a country's name at this place is only characters of two other words: 华泰国际, 上海地铁, 承德国医堂. */
const isRunTogether = (name: string, at: number, country: string): boolean =>
  countryWords.withinWords.some((word) => name.startsWith(word, at + country.length)) ||
  placeNamed(name.slice(Math.max(0, at - 1), at + 1)) !== null;

/**
 * The country abroad, or in Latin letters the town, that a name says as one of its words: Dubai of "Ruijin Hospital Dubai", 泰国 of 泰国华山医院; null where it says
 * none. Of towns those are known after which a time zone is called.
 */
export const saidAbroad = (name: string): string | null =>
  hasHan(name)
    ? (chineseCountries().find((country) => {
        const at = name.indexOf(country);
        return at >= 0 && !isRunTogether(name, at, country);
      }) ?? null)
    : inLatin(name);
