import { z } from 'zod';
import buildingFile from './building-words.json' with { type: 'json' };
import countryFile from './country-words.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';
import townFile from './towns-abroad.json' with { type: 'json' };

/** Names of countries besides Unicode's, and what follows one where it names a building here. */
export const countryWords = readLexicon(
  countryFile,
  z
    .strictObject({
      english: words,
      chinese: words,
      alsoOurs: words,
      alsoPersons: words,
      alsoWords: words,
      withinWords: words,
      noAddress: words,
    })
    .readonly(),
);

/** Words of a Chinese address that say no place. */
export const buildingWords = readLexicon(buildingFile, words);

const towns = readLexicon(
  townFile,
  z.strictObject({ unicode: words, collected: words, english: words }).readonly(),
);
/** Chinese names of towns and islands abroad. */
export const townsAbroad: readonly string[] = [...towns.unicode, ...towns.collected];
/** English names of towns abroad after which no time zone is called, in small letters. */
export const englishTownsAbroad: readonly string[] = towns.english;
