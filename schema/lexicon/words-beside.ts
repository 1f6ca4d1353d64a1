import { z } from 'zod';
import besideNameFile from './beside-name-words.json' with { type: 'json' };
import bodyFile from './body-initials.json' with { type: 'json' };
import departmentFile from './department-words.json' with { type: 'json' };
import hanDepartmentFile from './han-department-words.json' with { type: 'json' };
import codeFile from './province-codes.json' with { type: 'json' };
import { readLexicon, word, words, wordTable } from './read-lexicon.ts';
import streetFile from './street-words.json' with { type: 'json' };

/** Words that names of departments and laboratories are made of. */
export const departmentWords = readLexicon(
  departmentFile,
  z.strictObject({ units: words, words, endings: words }).readonly(),
);

/** Words that Chinese names of departments are made of, and `leased`: by which one is said to be somebody else's. */
export const hanDepartmentWords = readLexicon(
  hanDepartmentFile,
  z.strictObject({ joining: words, leased: words, subjects: words, units: words }).readonly(),
);

/** Initials that bodies are called by, by the Chinese name of the body. */
export const bodyInitials = readLexicon(bodyFile, z.record(word, words).readonly());

/** Two letters that stand for a province in an address, by its official name. */
export const provinceCodes = readLexicon(codeFile, wordTable);

/** Words of addresses in Latin letters: `markers` stand at a street or a building, `passed` tell no street from another, `parts` alone one house from another. */
export const streetWords = readLexicon(
  streetFile,
  z.strictObject({ markers: words, passed: words, parts: words, ways: words }).readonly(),
);

const inBoth = z.strictObject({ zh: words, en: words }).readonly();

/** What stands beside a hospital's name: words of a part of it, words of what is none, persons and sums. */
export const besideNameWords = readLexicon(
  besideNameFile,
  z.strictObject({ partEndings: inBoth, notParts: inBoth, persons: words, money: words }).readonly(),
);
