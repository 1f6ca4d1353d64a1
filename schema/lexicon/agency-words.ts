import { z } from 'zod';
import file from './agency-words.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

/** Words in the names of firms that bring patients to hospitals. */
export const agencyWords = readLexicon(
  file,
  z
    .strictObject({ zh: words, en: words, companies: z.strictObject({ zh: words, en: words }).readonly() })
    .readonly(),
);
