import { z } from 'zod';
import { bilingual } from '../base.ts';
import file from './offer-words.json' with { type: 'json' };
import { readLexicon } from './read-lexicon.ts';

/** What is said of an offer in a language that is not read. */
export const offerWords = readLexicon(
  file,
  z.strictObject({ all: bilingual, some: bilingual, unclear: bilingual }).readonly(),
);
