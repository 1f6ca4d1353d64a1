import { z } from 'zod';
import abbreviationFile from './english-abbreviations.json' with { type: 'json' };
import ordinalFile from './english-ordinals.json' with { type: 'json' };
import spellingFile from './english-spellings.json' with { type: 'json' };
import stopFile from './english-stop-words.json' with { type: 'json' };
import genericFile from './generic-words.json' with { type: 'json' };
import likeFile from './place-like-names.json' with { type: 'json' };
import { readLexicon, words, wordTable } from './read-lexicon.ts';

/** Words that say what kind of body something is, never which one. */
export const genericWords = readLexicon(genericFile, z.strictObject({ zh: words, en: words }).readonly());

/** One spelling for the words that English hospital names vary: tumour → cancer. */
export const englishSpellings = readLexicon(spellingFile, wordTable);

/** Words that English names are written short by: "Univ." → University. */
export const englishAbbreviations = readLexicon(abbreviationFile, wordTable);

/** "first", "second" … in their order. */
export const englishOrdinals = readLexicon(ordinalFile, words);

/** English words that say nothing: in any name, and those besides where a name is taken apart. */
export const englishStopWords = readLexicon(
  stopFile,
  z
    .strictObject({
      always: words,
      inNames: words,
      inAddresses: words,
      inTitles: words,
      ofAnother: words,
      besidePlace: words,
    })
    .readonly(),
);

/** Places whose name is more often a hospital's (中山, 朝阳). */
export const placeLikeNames = readLexicon(
  likeFile,
  z.strictObject({ han: words, latin: words, latinKeys: words }).readonly(),
);
