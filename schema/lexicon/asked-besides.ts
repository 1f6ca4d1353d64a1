import { z } from 'zod';
import file from './asked-besides.json' with { type: 'json' };
import { readLate, words } from './read-lexicon.ts';

const longestFirst = words.transform((all) => all.toSorted((a, b) => b.length - a.length));
const owned = { kinds: longestFirst, whole: longestFirst };
const both = z.strictObject({ zh: longestFirst, en: longestFirst }).readonly();

/** Words by which people ask whose a hospital is, whether somebody cheats, what it costs, what went wrong there, what a visit is like, and which one to choose. */
export const askedBesides = readLate(file, () =>
  z
    .strictObject({
      ownership: z
        .strictObject({
          zh: z.strictObject(owned).readonly(),
          en: z.strictObject({ ...owned, before: longestFirst }).readonly(),
        })
        .readonly(),
      fraud: both,
      price: both,
      conduct: both,
      visit: both,
      which: both,
    })
    .readonly(),
);
