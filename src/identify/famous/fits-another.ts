import type { Likelihoods } from '../model/likelihood.ts';
import type { Search } from '../search.ts';
import { famousWordIn, holdersOf } from './lookalike.ts';

/** How likely somebody must be to come before the holders of a famous word. */
const LIKELY = 0.5;

/**
 * "China-Japan Union Hospital" (吉林大学中日联谊医院): whether all words of a name, of which a famous one is a part, fit somebody whom an authority lists and
 * who is no holder of that word.
 */
export const fitsAnother = async (search: Search, { likely: [best] }: Likelihoods): Promise<boolean> => {
  const fits =
    best !== undefined &&
    best.probability >= LIKELY &&
    best.comparison.conflicts === 0 &&
    !best.features.has('directory-only') &&
    best.comparison.parts.some(({ code }) => code === 'core.equal');
  if (!fits) return false;
  const use = await famousWordIn(search);
  return use === null || !(await holdersOf(use, search.reader)).some(({ id }) => id === best.id);
};
