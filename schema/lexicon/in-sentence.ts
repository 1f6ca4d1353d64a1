import { z } from 'zod';
import file from './in-sentence.json' with { type: 'json' };
import { readLexicon, words, wordTable } from './read-lexicon.ts';

const lexicon = readLexicon(file, z.strictObject({ proper: words, grades: wordTable }).readonly());

/** An ordinary word that is written with a capital only because it comes first: one capital, then small letters up to a space, hyphen or comma. */
const CAPITAL_ONLY_FIRST = /^[A-Z][a-z’']*(?=$|[\s,:-])/;

/**
 * A name of the catalogue as it stands inside an English sentence: “Proton therapy” is “proton therapy” there, “CAR-T” stays.
 * A text in another script is given back as it is.
 */
export const inSentence = (name: string): string => {
  const [first] = CAPITAL_ONLY_FIRST.exec(name) ?? [];
  if (first === undefined || lexicon.proper.includes(first)) return name;
  for (const [printed, within] of Object.entries(lexicon.grades))
    if (name.startsWith(printed)) return within + name.slice(printed.length);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** True where what follows these words begins a sentence, behind a sign that opens a quotation or not. */
const beginsSentence = (before: string): boolean => /(?:^|[.?!]["”’)]? )["“‘(]?$/.test(before);

/** The name as it is to be written after these words of a sentence. */
export const namedAfter = (before: string, name: string): string =>
  beginsSentence(before) ? name : inSentence(name);
