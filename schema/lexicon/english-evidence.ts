import file from './english-evidence.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

/** Words by which a text in Latin letters is known to be English. */
export const englishEvidence: ReadonlySet<string> = new Set(readLexicon(file, words));
