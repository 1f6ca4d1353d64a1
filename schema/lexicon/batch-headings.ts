import { z } from 'zod';
import { institutionAsks } from '../question.ts';
import file from './batch-headings.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

/** Columns of a list of hospitals that are read: fields of the question, an English name, and the list's own reference. */
export const batchFields = [...institutionAsks, 'englishName', 'reference'] as const;
export type BatchField = (typeof batchFields)[number];

/** What people call each of these columns. */
export const batchHeadings = readLexicon(file, z.record(z.enum(batchFields), words).readonly());
