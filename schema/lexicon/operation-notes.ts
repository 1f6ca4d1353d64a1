import file from './operation-notes.json' with { type: 'json' };
import { readLexicon, wordTable } from './read-lexicon.ts';

/** What to know of an address before calling it, by operationId. */
export const operationNotes: Readonly<Record<string, string>> = readLexicon(file, wordTable);
