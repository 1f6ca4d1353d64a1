import { z } from 'zod';
import { badgeNotes, badgeStates } from '../badge.ts';
import file from './badge-words.json' with { type: 'json' };
import { readLexicon, word } from './read-lexicon.ts';

const states = z.record(z.enum(badgeStates), word).readonly();

const badgeWordsSchema = z
  .strictObject({
    /** Writing direction of the language. */
    dir: z.enum(['ltr', 'rtl']),
    state: states,
    /** The same in as few letters as a seal of 73 px holds. */
    brief: states,
    note: z.record(z.enum(badgeNotes), word).readonly(),
    /** What it speaks of where no treatment and no mark was asked about. */
    licence: word,
    checked: word.includes('{day}'),
    issuedFor: word.includes('{site}'),
    test: word,
  })
  .readonly();
export type BadgeWords = z.infer<typeof badgeWordsSchema>;
export type BadgeLanguage = keyof (typeof file)['entries'];

/** The words of the badge in each of its languages. */
export const badgeWords = readLexicon(file, z.record(word, badgeWordsSchema)) as Readonly<
  Record<BadgeLanguage, BadgeWords>
>;
