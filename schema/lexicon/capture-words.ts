import { z } from 'zod';
import { bilingual } from '../base.ts';
import { captureKinds } from '../capture-field.ts';
import file from './capture-words.json' with { type: 'json' };
import { readLexicon, wordsFor } from './read-lexicon.ts';

/** What is to be typed into a field of each kind, and into the column of a bulk file that is no field of the page. */
export const captureWords = readLexicon(
  file,
  z
    .strictObject({
      kinds: wordsFor(captureKinds),
      cutOff: bilingual,
      columns: z.strictObject({ asOf: bilingual, lookedOn: bilingual }).readonly(),
    })
    .readonly(),
);
