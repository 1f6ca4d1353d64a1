import { calledSoInEnglish } from '../model/called-in-english.ts';
import { isDirectoryOnly } from '../model/candidates.ts';
import { registeredNames } from '../model/house-of.ts';
import type { Likely } from '../model/likelihood.ts';
import { type Others, placeIn } from '../search.ts';
import { calledLikeTown, isApart, knownElsewhere, sameInitials } from '../several-bearers.ts';
import { shortOfAnother } from '../short-of-several.ts';
import { ofTownsUniversity, othersOfUniversity, othersOfWordThere, partsOfItsTown } from './of-house.ts';
import { inOtherTowns, ofTownSpelledAlike } from './other-town.ts';
import { bearersInBrackets, otherHousesOfWord } from './same-word.ts';

/** Whether the word that was asked is that of a county or district in its name, and nothing else of the name differs. */
const isOfDistrict = (one: Likely): boolean =>
  one.comparison.parts.some(({ code }) => code === 'core.district') && !isApart(one);

/**
 * 宝安人民医院: who was called after a county once (宝安县人民医院, 深圳市人民医院) is not meant above whoever is registered under that county's or district's name
 * today (深圳市宝安区人民医院): without its 区 or 县 the name is either's.
 */
const registeredInDistrict: Others = ({ index, likely }, best) => {
  const isRegistered = ({ name }: Likely): boolean => registeredNames(index, name).includes(name);
  return isOfDistrict(best) && !isRegistered(best)
    ? likely.filter((one) => one !== best && isOfDistrict(one) && isRegistered(one))
    : [];
};

/**
 * 普陀区人民医院: a district of several cities, where a list prints the bare name for one of them: whoever of the other cities an authority lists under that name with its
 * city before it may be meant as well.
 */
const inDistrictsCalledSo: Others = (search, best) =>
  !best.features.has('district.shared') || best.features.has('beside.agrees')
    ? []
    : search.likely.filter(
        (one) =>
          FITS.every((code) => one.features.has(code)) &&
          !isDirectoryOnly(search.index, one) &&
          placeIn(search, one).city !== placeIn(search, best).city,
      );
const FITS = ['district.equal', 'clean', 'covered.both'];

/** Each way in which one name is several's. */
const WAYS: readonly Others[] = [
  ofTownSpelledAlike,
  calledSoInEnglish,
  sameInitials,
  shortOfAnother,
  calledLikeTown,
  knownElsewhere,
  bearersInBrackets,
  otherHousesOfWord,
  registeredInDistrict,
  inDistrictsCalledSo,
  inOtherTowns,
  othersOfWordThere,
  partsOfItsTown,
  othersOfUniversity,
  ofTownsUniversity,
];

/** Who may be meant by the same name as the best, though nothing but that name says so. */
export const alsoMeant: Others = (search, best) => WAYS.flatMap((others) => others(search, best));
