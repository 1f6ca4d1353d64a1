import { isDirectoryOnly } from '../model/candidates.ts';
import type { Likely } from '../model/likelihood.ts';
import type { Search } from '../search.ts';
import { famousWordIn } from './lookalike.ts';

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
