import { calledSoInEnglish } from '../model/called-in-english.ts';
import type { Likelihoods, Likely } from '../model/likelihood.ts';
import type { Search } from '../search.ts';
import { calledLikeTown, knownElsewhere, sameInitials } from '../several-bearers.ts';
import { shortOfAnother } from '../short-of-several.ts';
import { ofTownSpelledAlike } from '../towns-spelled-alike.ts';
import { inDistrictsCalledSo, registeredInDistrict } from './of-district.ts';
import { othersOfUniversity, othersOfWordThere, partsOfItsTown } from './of-house.ts';
import { inOtherTowns } from './other-town.ts';
import { bearersInBrackets, otherHousesOfWord } from './same-word.ts';

/** Who may be meant by the same name as the best, though nothing but that name says so: each way in which one name is several's. */
export const alsoMeant = (search: Search, best: Likely, found: Likelihoods): readonly Likely[] => {
  const { finder } = search;
  const all = [
    ...ofTownSpelledAlike(search, best, found.likely),
    ...calledSoInEnglish(search, best),
    ...sameInitials(finder, best, found.likely),
    ...shortOfAnother(search, best),
    ...calledLikeTown(search, best, found.likely),
    ...knownElsewhere(search, best, found),
    ...bearersInBrackets(search, best, found),
    ...otherHousesOfWord(search, best, found),
    ...registeredInDistrict(search, best, found),
    ...inDistrictsCalledSo(search, best, found),
    ...inOtherTowns(search, best),
    ...othersOfWordThere(search, best, found),
    ...partsOfItsTown(search, best, found),
    ...othersOfUniversity(search, best, found),
  ];
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at);
};
