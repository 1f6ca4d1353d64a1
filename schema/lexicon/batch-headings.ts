import { z } from 'zod';
import { institutionAsks } from '../question.ts';
import wordFile from './batch-heading-words.json' with { type: 'json' };
import file from './batch-headings.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

/** Columns of a list of hospitals that are read: fields of the question, an English name, a country, and the list's own reference. */
export const batchFields = [...institutionAsks, 'englishName', 'country', 'reference'] as const;
export type BatchField = (typeof batchFields)[number];

/** What people call each of these columns. */
export const batchHeadings = readLexicon(file, z.record(z.enum(batchFields), words).readonly());

/** Words that other headings are made of, and what a heading with them means. */
export const batchHeadingWords = readLexicon(
  wordFile,
  z
    .strictObject({
      fields: z.partialRecord(z.enum(batchFields), words).readonly(),
      loose: z.array(z.enum(batchFields)).readonly(),
      of: words,
      english: words,
      numbers: words,
      passed: words,
      others: words,
      china: words,
      dittos: words,
      totals: words,
      remarks: words,
      ticks: words,
    })
    .readonly(),
);
