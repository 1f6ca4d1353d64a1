import { z } from 'zod';
import nameWordFile from './english-name-words.json' with { type: 'json' };
import phraseFile from './english-phrases.json' with { type: 'json' };
import wordFile from './name-words.json' with { type: 'json' };
import { phrases, readLexicon, words, wordTable } from './read-lexicon.ts';

/** Words of Chinese names and the idea each stands for, by what a word is for. */
export const nameWords = readLexicon(
  wordFile,
  z
    .strictObject({
      kind: wordTable,
      specialty: wordTable,
      body: wordTable,
      org: wordTable,
      generic: wordTable,
      translated: wordTable,
    })
    .readonly(),
);

/** English phrases and variants, and the words of the same ideas. */
export const englishPhraseList = readLexicon(phraseFile, phrases);

/** Words of English names that a slip of the pen is mended to. */
export const englishNameWords = readLexicon(nameWordFile, words);
