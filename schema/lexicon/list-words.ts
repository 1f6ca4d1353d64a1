import { z } from 'zod';
import { type Bilingual, bilingual } from '../base.ts';
import titleFile from './heading-titles.json' with { type: 'json' };
import headingFile from './list-headings.json' with { type: 'json' };
import ownershipFile from './ownership-words.json' with { type: 'json' };
import { readLexicon, word, words } from './read-lexicon.ts';

/** Our word for a column of a list. */
export type Heading = keyof (typeof headingFile)['entries']['headings'];

const { headings, personal } = readLexicon(
  headingFile,
  z.strictObject({ headings: z.record(word, words), personal: words }),
);

/** What authorities write for each of our headings. */
export const listHeadings = headings as Readonly<Record<Heading, readonly string[]>>;

/** Columns about persons: dropped where they are met, never kept. */
export const personalHeadings: readonly string[] = personal;

const titles: Readonly<Record<string, Bilingual>> = readLexicon(
  titleFile,
  z.record(word, bilingual).readonly(),
);
const ours = new Map(Object.entries(headings).flatMap(([own, printed]) => printed.map((one) => [one, own])));

/** What a column of a kept row is called for readers: by its own word, else by ours for it; undefined where neither is known. */
export const headingTitle = (printed: string): Bilingual | undefined =>
  titles[printed] ?? titles[ours.get(printed) ?? ''];

/** What a cell about capital or ownership says of the institution. */
export const ownershipWords = readLexicon(
  ownershipFile,
  z
    .strictObject({
      foreignCapital: z.record(word, z.enum(['wholly', 'joint'])).readonly(),
      ownership: z.record(word, z.enum(['public', 'private'])).readonly(),
    })
    .readonly(),
);
