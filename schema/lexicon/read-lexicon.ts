import { z } from 'zod';
import { bilingual, partialDate } from '../base.ts';

/** What every file of this folder says about itself, besides its entries. */
const lexicon = z.strictObject({
  about: z.string().min(1),
  /** Where the entries come from: a law, a list, or the texts they were collected from. */
  origin: z.string().min(1),
  /** The state of affairs they describe. */
  asOf: partialDate,
  licence: z.string().min(1).optional(),
  entries: z.unknown(),
});

/** Each shape is read by once, so zod compiles no reader for it: all lists take a third of the time at start (12 of 39 ms). */
const once = { jitless: true } as const;

/**
 * Entries of a lexicon: language kept as data, one JSON file a list. Called once for each file, where the module that hands the
 * entries out is loaded. Throws when the file is not of its shape: a word list with a slip must not start.
 */
export const readLexicon = <T extends z.ZodType>(file: unknown, entries: T): z.infer<T> =>
  entries.parse(lexicon.parse(file, once).entries, once);

/**
 * The same for a list that a start may well never need, looked at when it is first asked for. That its file is of its shape is what
 * `test/house/lexicon.test.ts` holds it to.
 */
export const readLate = <T extends z.ZodType>(file: unknown, entries: () => T): (() => z.infer<T>) => {
  let read: Readonly<{ entries: z.infer<T> }> | undefined;
  return () => {
    read ??= { entries: readLexicon(file, entries()) };
    return read.entries;
  };
};

/** A word as it is written. */
export const word = z.string().min(1);
export const words = z.array(word).min(1).readonly();
/** One word for another. */
export const wordTable = z.record(word, word).readonly();
/** Words in both languages for every code of a closed list: a code that nobody gave a word does not start. */
export const wordsFor = <const Code extends string>(codes: readonly Code[]) =>
  z.record(z.enum(codes), bilingual).readonly();
/** The source of a regular expression. */
const pattern = z.string().refine((source) => {
  try {
    return new RegExp(source, 'u') !== null;
  } catch {
    return false;
  }
}, 'is not a regular expression');
/** Phrases, as regular expressions, and the words put in their place, in the order they are read. */
export const phrases = z
  .array(z.strictObject({ phrase: pattern, words: z.string().min(1) }).readonly())
  .readonly();
