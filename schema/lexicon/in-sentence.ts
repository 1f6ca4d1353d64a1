import { z } from 'zod';
import file from './in-sentence.json' with { type: 'json' };
import { readLexicon, words, wordTable } from './read-lexicon.ts';

const lexicon = readLexicon(file, z.strictObject({ proper: words, grades: wordTable }).readonly());

/** An ordinary word that is written with a capital only because it comes first: one capital, then small letters up to a space, hyphen or comma. */
const CAPITAL_ONLY_FIRST = /^[A-Z][a-z’']*(?=$|[\s,:-])/;

const within = (name: string): string => {
  const [first] = CAPITAL_ONLY_FIRST.exec(name) ?? [];
  if (first === undefined || lexicon.proper.includes(first)) return name;
  for (const [printed, inside] of Object.entries(lexicon.grades))
    if (name.startsWith(printed)) return inside + name.slice(printed.length);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** Names of the catalogue, the same few again and again; the longest and how many are kept. */
const [LONGEST, MOST] = [200, 1_000];
const known = new Map<string, string>();

/**
 * A name of the catalogue as it stands inside an English sentence: “Proton therapy” is “proton therapy” there, “CAR-T” stays.
 * A text in another script is given back as it is.
 */
export const inSentence = (name: string): string => {
  const before = known.get(name);
  if (before !== undefined) return before;
  const made = within(name);
  if (name.length > LONGEST) return made;
  if (known.size >= MOST) known.clear();
  known.set(name, made);
  return made;
};

/** More signs than the end of a sentence and the beginning of the next have. */
const SIGNS = 5;

/** True where what follows these words begins a sentence, behind a sign that opens a quotation or not. */
const beginsSentence = (before: string): boolean => /(?:^|[.?!]["”’)]? )["“‘(]?$/.test(before.slice(-SIGNS));

/** The name as it is to be written after these words of a sentence. */
export const namedAfter = (before: string, name: string): string =>
  beginsSentence(before) ? name : inSentence(name);
