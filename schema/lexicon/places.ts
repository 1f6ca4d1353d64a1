import { z } from 'zod';
import titleFile from './english-place-titles.json' with { type: 'json' };
import englishFile from './english-places.json' with { type: 'json' };
import formerFile from './former-places.json' with { type: 'json' };
import otherFile from './place-other-readings.json' with { type: 'json' };
import shortFile from './place-short-forms.json' with { type: 'json' };
import wordFile from './place-words.json' with { type: 'json' };
import { readLate, readLexicon, word, words, wordTable } from './read-lexicon.ts';
import regionFile from './region-districts.json' with { type: 'json' };

/** Prefectures and counties that were renamed or became part of another, and what bears their land today. */
export const formerPlaces = readLate(formerFile, () =>
  z.array(z.strictObject({ was: word, is: word, city: word.optional() }).readonly()).readonly(),
);

/** Short forms that people write and no rule gives: 呼市 is 呼和浩特市. */
export const placeShortForms = readLate(shortFile, () =>
  z.array(z.strictObject({ short: word, official: word }).readonly()).readonly(),
);

/** English names that are no pinyin, by level, and of places spelled alike the more populous. */
export const englishPlaceNames = readLate(englishFile, () =>
  z.strictObject({ provinces: wordTable, cities: wordTable, larger: wordTable }).readonly(),
);

/** How places are written in English where it is no pinyin, and the English words for levels and peoples. */
export const placeTitles = readLate(titleFile, () =>
  z
    .strictObject({ titles: wordTable, levels: z.record(word, z.string()).readonly(), peoples: wordTable })
    .readonly(),
);

/** Further spellings in Latin letters, written without spaces, by official name. */
export const otherReadings = readLate(otherFile, () => z.record(word, words).readonly());

/** What the reading of places needs besides the code list; each list is explained in the file. */
export const placeWords = readLexicon(
  wordFile,
  z
    .strictObject({
      genericDistricts: words,
      corps: wordTable,
      traditional: wordTable,
      suffixes: words,
      irregularShortNames: wordTable,
      peoples: words,
      zones: words,
      taiwanCities: words,
      nowhere: words,
      calledByInitials: words,
    })
    .readonly(),
);

/** Districts and quarters of Hong Kong, Macau and Taiwan. `within`: read only where the region is said beside it. */
export const regionDistricts = readLate(regionFile, () =>
  z
    .array(z.strictObject({ zh: word, en: word, region: word, within: z.boolean().optional() }).readonly())
    .readonly(),
);
