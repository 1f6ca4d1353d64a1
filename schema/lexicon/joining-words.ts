import { z } from 'zod';
import file from './joining-words.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

/** Words that join a treatment to the hospital it is asked for at. */
export const joiningWords = readLexicon(
  file,
  z
    .strictObject({
      en: words,
      zh: words,
      articlesEn: words,
      framesZh: words,
      atEn: words,
      forEn: words,
      deniedEn: words,
      deniedZh: words,
      peopleEn: words,
      peopleZh: words,
    })
    .readonly(),
);
