import { countryWords, englishTownsAbroad } from '../../schema/lexicon/address-words.ts';
import { hasHan, simplify } from '../text/han.ts';
import { late } from '../text/remembered.ts';
import { chineseAbroadAt, isEnglishCountry } from './countries.ts';
import { provincesOrCitiesSpelled } from './english-names.ts';
import { placeNamed } from './place-names.ts';

/** Time zones whose town is China's. */
const OUR_ZONES = /\/(?:Shanghai|Urumqi|Chongqing|Chungking|Harbin|Kashgar|Hong_Kong|Macau|Macao|Taipei)$/u;
const TOWN_ZONE = /^(?:Africa|America|Asia|Australia|Europe|Pacific)\/([A-Z][A-Za-z_]{3,})$/u;

/** Towns abroad, in English: those after which a time zone is called (IANA, in Node: Dubai, London), and others. */
const townsInEnglish = late(
  () =>
    new Set([
      ...Intl.supportedValuesOf('timeZone')
        .filter((zone) => !OUR_ZONES.test(zone))
        .flatMap((zone) => TOWN_ZONE.exec(zone)?.[1] ?? [])
        .map((town) => town.replaceAll('_', ' ').toLowerCase())
        .filter((town) => !countryWords.alsoWords.includes(town)),
      ...englishTownsAbroad,
    ]),
);

/** Most words of a name that are read, and of a country's name. */
const MOST_WORDS = 20;
const LONGEST = 3;

/** Whether the words from one to another are only a piece of a place of China: Mongolia of "Inner Mongolia". */
const isPieceOfOurs = (words: readonly string[], from: number, to: number): boolean => {
  const starts = Array.from({ length: LONGEST }, (_, before) => from - before).filter((at) => at >= 0);
  return starts.some((start) =>
    words
      .slice(to, start + LONGEST)
      .some(
        (_, more) =>
          (start < from || more > 0) &&
          provincesOrCitiesSpelled(words.slice(start, to + more + 1).join(' ')).length > 0,
      ),
  );
};

/** "want to go to …", "I ran": short words that only run together spell a country (Togo, Iran). */
const areShortWords = (words: readonly string[]): boolean =>
  words.length > 1 &&
  words.every(({ length }) => length < 4) &&
  words.some(({ length }) => length > 1) &&
  /^\p{Ll}/u.test(words.at(-1) ?? '');

/** The first country or town abroad that a name in Latin letters says, as a part of it. */
const inLatin = (name: string): string | null => {
  const words = [...name.matchAll(/[\p{L}.]+/gu)].slice(0, MOST_WORDS);
  const texts = words.map(([text]) => text);
  for (const [at, first] of words.entries())
    for (const [more, last] of [...words.slice(at, at + LONGEST).entries()].toReversed()) {
      const text = name.slice(first.index, last.index + last[0].length);
      const isAbroad = isEnglishCountry(text) || townsInEnglish().has(text.toLowerCase());
      if (areShortWords(texts.slice(at, at + more + 1))) continue;
      if (isAbroad && !isPieceOfOurs(texts, at, at + more)) return text;
    }
  return null;
};

/** Most characters of a place of China that a name abroad may be a piece of: 万柏林区 and 柏林. */
const PLACE_AROUND = 2;

/** Whether a name abroad at this place is only characters of other words: 华泰国际, 上海地铁, 承德国医堂, 万柏林区, 东京路. */
const isRunTogether = (name: string, at: number, abroad: string): boolean =>
  countryWords.withinWords.some((word) => name.startsWith(word, at + abroad.length)) ||
  [2, abroad.length + 1, abroad.length + PLACE_AROUND].some(
    (length) => placeNamed(name.slice(Math.max(0, at - 1), Math.max(0, at - 1) + length)) !== null,
  );

/** The first name abroad that a Chinese name says, as it is written there. */
const inChinese = (name: string): string | null => {
  const text = simplify(name);
  for (let at = 0; at < text.length; at += 1) {
    const said = chineseAbroadAt(text, at).find((abroad) => !isRunTogether(text, at, abroad));
    if (said !== undefined) return text.length === name.length ? name.slice(at, at + said.length) : said;
  }
  return null;
};

/**
 * The country or town abroad that a name says as one of its words: Dubai of "Ruijin Hospital Dubai", 泰国 of 泰国华山医院; null where it says none. Of towns those
 * are known that are listed or after which a time zone is called.
 */
export const saidAbroad = (name: string): string | null => (hasHan(name) ? inChinese(name) : inLatin(name));
