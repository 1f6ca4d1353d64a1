import { z } from 'zod';
import keptFile from './kept-readings.json' with { type: 'json' };
import phraseFile from './pinyin-phrases.json' with { type: 'json' };
import syllableFile from './pinyin-syllables.json' with { type: 'json' };
import readingFile from './place-readings.json' with { type: 'json' };
import { phrases, readLate, readLexicon, words, wordTable } from './read-lexicon.ts';

/** Every syllable of Mandarin, without tones. */
export const pinyinSyllables = readLexicon(syllableFile, words);

/** Common words as pinyin spells them and what English says for them; `digits`: how 0 to 9 are spoken. */
export const pinyinPhrases = readLexicon(
  phraseFile,
  z.strictObject({ digits: words.refine(({ length }) => length === 10), phrases }).readonly(),
);

/** Places whose reading no dictionary of single characters gives. */
export const placeReadings = readLexicon(readingFile, wordTable);

/**
 * What the library reads for places and for common characters: syllables, ü as v. Held against the library word for word by a test, so that nothing has
 * to look at each of some thousands.
 */
export const keptReadings = readLate(keptFile, () =>
  z.custom<Readonly<Record<string, string>>>((value) => typeof value === 'object'),
);
