import { z } from 'zod';
import wordFile from './english-hospital-words.json' with { type: 'json' };
import universityFile from './english-universities.json' with { type: 'json' };
import { readLexicon, wordTable } from './read-lexicon.ts';

/** What English says for words of Chinese hospital names, by where it says them; explained in the file. */
export const englishHospitalWords = readLexicon(
  wordFile,
  z.strictObject({ houses: wordTable, before: wordTable, after: wordTable, names: wordTable }).readonly(),
);

/** English names of the bodies that hospitals belong to, and of how the names of other such bodies end. */
export const englishUniversities = readLexicon(
  universityFile,
  z.strictObject({ names: wordTable, endings: wordTable }).readonly(),
);
