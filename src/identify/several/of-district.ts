import { isDirectoryOnly } from '../model/candidates.ts';
import { registeredNames } from '../model/house-of.ts';
import type { Likelihoods, Likely } from '../model/likelihood.ts';
import type { Search } from '../search.ts';
import { isApart } from '../several-bearers.ts';

/** Whether the word that was asked is that of a county or district in its name, and nothing else of the name differs. */
const isOfDistrict = (one: Likely): boolean =>
  one.comparison.parts.some(({ code }) => code === 'core.district') && !isApart(one);

/**
 * 宝安人民医院: who was called after a county once (宝安县人民医院, 深圳市人民医院) is not meant above whoever is registered under that county's or district's name
 * today (深圳市宝安区人民医院): without its 区 or 县 the name is either's.
 */
export const registeredInDistrict = (
  { finder: { index } }: Search,
  best: Likely,
  { likely }: Likelihoods,
): readonly Likely[] => {
  const isRegistered = ({ name }: Likely): boolean => registeredNames(index, name).includes(name);
  return isOfDistrict(best) && !isRegistered(best)
    ? likely.filter((one) => one !== best && isOfDistrict(one) && isRegistered(one))
    : [];
};

/**
 * 普陀区人民医院: a district of several cities, where a list prints the bare name for one of them: whoever of the other cities an authority lists under that name with its
 * city before it may be meant as well.
 */
export const inDistrictsCalledSo = (
  { finder: { index } }: Search,
  best: Likely,
  { likely }: Likelihoods,
): readonly Likely[] => {
  if (!best.features.has('district.shared') || best.features.has('beside.agrees')) return [];
  const cityOf = ({ institution }: Likely): string | null | undefined => index.places.at(institution).city;
  return likely.filter(
    (one) =>
      FITS.every((code) => one.features.has(code)) &&
      !isDirectoryOnly(index, one) &&
      cityOf(one) !== cityOf(best),
  );
};
const FITS = ['district.equal', 'clean', 'covered.both'];
