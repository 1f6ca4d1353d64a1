import { z } from 'zod';
import file from './hospitals-of-regions.json' with { type: 'json' };
import { readLexicon, words } from './read-lexicon.ts';

/** Names of hospitals of Hong Kong, Macau and Taiwan without their place, by the official name of the region; and English ones that hospitals of other countries bear too. */
export const hospitalsOfRegions = readLexicon(
  file,
  z
    .strictObject({
      regions: z.record(z.string().min(1), z.strictObject({ zh: words, en: words }).readonly()).readonly(),
      elsewhereToo: words,
    })
    .readonly(),
);
