import { z } from 'zod';
import { readLexicon, words } from './read-lexicon.ts';
import file from './treatment-words.json' with { type: 'json' };

const both = z.strictObject({ en: words, zh: words }).readonly();

/** Words that say that something is a treatment, never which one. */
export const treatmentWords = readLexicon(
  file,
  z
    .strictObject({
      dropped: both,
      endings: both,
      illnesses: both,
      alone: both,
      excused: both,
      priced: both,
      unexcused: both,
    })
    .readonly(),
);
