import { z } from 'zod';
import care from './care-abroad.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';
import file from './treatments-abroad.json' with { type: 'json' };

/** What treatments are called in languages that are not read, by their code. */
export const treatmentsAbroad = readLexicon(file, z.record(z.string().min(1), words).readonly());

/** What words of care begin with in languages that are not read. */
export const careAbroad = readLexicon(care, words);
