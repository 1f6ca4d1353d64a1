import { z } from 'zod';
import { readLate, words, wordTable } from './read-lexicon.ts';
import file from './sentence-words.json' with { type: 'json' };

const longestFirst = words.transform((all) => all.toSorted((a, b) => b.length - a.length));
const ofLanguage = {
  words,
  people: words,
  first: words,
  beforeLiving: words,
  living: longestFirst,
  livingOf: longestFirst,
  ages: words,
  behindHome: words,
  leading: words,
  joining: words,
  askingBefore: longestFirst,
  askingBehind: longestFirst,
  houses: words,
  told: words,
  traders: words,
  beforeTraders: words,
  ills: words,
  organs: words,
};

/** Words of a sentence in which a hospital is named and that are not of its name, by what is made of them. */
export const sentenceWords = readLate(file, () =>
  z
    .strictObject({
      zh: z
        .strictObject({ ...ofLanguage, endings: words, notDenying: words, cantonese: wordTable })
        .readonly(),
      en: z.strictObject(ofLanguage).readonly(),
    })
    .readonly(),
);
