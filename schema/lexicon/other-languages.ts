import { z } from 'zod';
import denying from './denying-words.json' with { type: 'json' };
import beside from './named-beside-words.json' with { type: 'json' };
import file from './other-languages.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

const longestFirst = words.transform((all) => all.toSorted((a, b) => b.length - a.length));

/** Words for a hospital in languages that are not read, the longest first. */
export const otherLanguages = readLexicon(
  file,
  z.strictObject({ latin: longestFirst, han: longestFirst }).readonly(),
);

/** Words before a hospital's name that say that it is not that hospital, the longest first. */
export const denyingWords = readLexicon(
  denying,
  z.strictObject({ en: longestFirst, zh: longestFirst }).readonly(),
);

/** Words by which a line names a hospital beside somebody else, the longest first. */
export const namedBesideWords = readLexicon(
  beside,
  z
    .strictObject({
      enBefore: longestFirst,
      enBehind: longestFirst,
      zhBefore: longestFirst,
      zhBehind: longestFirst,
    })
    .readonly(),
);
