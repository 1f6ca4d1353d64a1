import { batchHeadingWords } from '../../../schema/lexicon/batch-headings.ts';
import { folded } from '../read/heading-words.ts';

const CHINA: ReadonlySet<string> = new Set(batchHeadingWords.china);

/** Whether a country is China itself, as lists of many languages write it: P.R.C., Chine, Китай. */
export const isChina = (country: string): boolean =>
  CHINA.has(folded(country).replaceAll(/[^\p{L}\p{M}]/gu, ''));
