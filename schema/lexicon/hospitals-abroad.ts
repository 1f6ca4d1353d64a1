import file from './hospitals-abroad.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

/** Names of hospitals outside China in small letters and digits with one space between words, or in Chinese without signs; loaded only when nobody on record is found. */
export const hospitalsAbroad: ReadonlySet<string> = new Set(readLexicon(file, words));
