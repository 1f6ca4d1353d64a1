import { isDirectoryOnly } from '../model/candidates.ts';
import type { Likelihoods, Likely } from '../model/likelihood.ts';
import type { Search } from '../search.ts';
import { famousWordIn, holdersOf } from './lookalike.ts';

const IN_ITS_TOWN = ['beside.agrees', 'place.equal:both', 'place.equal:where', 'district.equal'];

/** 华西皮肤泌尿专科医院: a famous word, and what is called so in short is on no authority's list and its town was not said. */
export const borrowsFamousWord = async (search: Search, best: Likely): Promise<boolean> => {
  const { key, features } = best;
  if (!isDirectoryOnly(search.finder.index, best) || key === 'whole') return false;
  // "Shuyang Tongji Hospital": what nobody else is called in our words.
  if (key === 'translation' && features.has('key.sole')) return false;
  if (IN_ITS_TOWN.some((code) => features.has(code))) return false;
  const use = await famousWordIn(search);
  // 华山医院北院: the holder's own name stands in that of its part.
  const ofHolder =
    features.has('branch.same-house') &&
    use?.word.genuine.some((one) => search.finder.index.names.at(best.name).startsWith(one));
  return use !== null && ofHolder !== true;
};

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
