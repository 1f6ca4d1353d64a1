import { z } from 'zod';
import file from './advert-concepts.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

const concept = z
  .strictObject({
    /** What the words have in common. */
    says: z.string().min(1),
    en: words,
    zh: words,
  })
  .readonly();

/** Words that mean the same in an advert, by concept. */
export const advertConcepts: ReadonlyMap<string, z.infer<typeof concept>> = new Map(
  Object.entries(readLexicon(file, z.record(z.string().regex(/^[a-z-]+$/), concept))),
);
