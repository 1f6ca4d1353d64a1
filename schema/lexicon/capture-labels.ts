import { z } from 'zod';
import file from './capture-labels.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

const term = z.strictObject({ labels: words, from: words, until: words }).readonly();

/** How pages of registers label their fields, the ends of a term, the day whose state they show, and what is never read. */
export const captureLabels = readLexicon(
  file,
  z
    .strictObject({
      fields: z.record(z.string(), words).readonly(),
      terms: z.array(term).readonly(),
      states: words,
      others: words,
    })
    .readonly(),
);
