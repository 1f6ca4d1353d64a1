import { parseReadings } from '../../names/parse/parse-name.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { shortName } from '../../places/short-name.ts';
import { hasHan } from '../../text/han.ts';
import { isDirectoryOnly } from '../model/candidates.ts';
import { registeredNames } from '../model/house-of.ts';
import type { Likelihoods, Likely } from '../model/likelihood.ts';
import type { Search } from '../search.ts';
import { isBranchOf, isWellKnown } from '../several-bearers.ts';

const saidOf = ({ comparison }: Likely): ReadonlySet<string> =>
  new Set(comparison.parts.map(({ code }) => code));

/** A word and a town, without the word for a hospital: 中山厦门. */
const isWordAndTown = ({ script, body, core, places, parent, ordinal, specialties }: NameParts): boolean =>
  script === 'han' &&
  body === null &&
  core.length === 1 &&
  places.length > 0 &&
  parent.length + specialties.length === 0 &&
  ordinal === null;

/**
 * 中山厦门, 南充川北: a word and a town, where another hospital there has the word for its own too (厦门大学附属中山医院), or is of the university that is called by it and the best is
 * registered under another (川北医学院附属医院). None for a name on record, and for what is not as well known as the best.
 */
export const othersOfWordThere = (
  { name, finder }: Search,
  best: Likely,
  { likely }: Likelihoods,
): readonly Likely[] => {
  const { index } = finder;
  const [asked] = parseReadings(name);
  if (asked === undefined || best.key === 'whole' || !isWordAndTown(asked)) return [];
  const { city } = index.places.at(best.institution);
  const isOwn = registeredNames(index, best.name).some(
    (one) => index.partsAt(one).coreText === asked.coreText,
  );
  const hasWord = (one: Likely): boolean => {
    const said = saidOf(one);
    return ['core.equal', 'ordinal.equal', 'specialty.equal'].every((code) => said.has(code));
  };
  const isOfBody = (one: Likely): boolean =>
    !isOwn && index.partsAt(one.name).parentText.startsWith(asked.coreText);
  const least = isWellKnown(finder, best) ? (index.standing[best.institution] ?? 0) : 0;
  return likely.filter(
    (one) =>
      one !== best &&
      index.places.at(one.institution).city === city &&
      !isDirectoryOnly(index, one) &&
      (isOfBody(one) || (hasWord(one) && (index.standing[one.institution] ?? 0) >= least)) &&
      !isBranchOf(finder, best, one),
  );
};

/** 988医院, whose record stands where the part of it does that is called after the town (…第九八八医院焦作医疗区): the house is in another town then, and that record may be the part's too. */
export const partsOfItsTown = (
  { finder: { index } }: Search,
  best: Likely,
  { likely }: Likelihoods,
): readonly Likely[] => {
  const { city } = index.places.at(best.institution);
  if (city === null || !saidOf(best).has('ordinal.equal') || best.features.has('beside.agrees')) return [];
  const isPart = (name: number): boolean => {
    const { text } = index.partsAt(name);
    return PARTS.some((word) => text.endsWith(`${shortName(city)}${word}`));
  };
  return isPart(best.name)
    ? []
    : likely.filter(
        (one) =>
          one !== best &&
          saidOf(one).has('ordinal.equal') &&
          index.partsAt(one.name).ordinal === index.partsAt(best.name).ordinal &&
          index.places.at(one.institution).city === city &&
          registeredNames(index, one.name).some(isPart),
      );
};
const PARTS = ['医疗区', '院区', '分院'];

/** A university's hospital without a word, a number or a field of its own: 大连大学附属医院. */
const isUniversitys = ({ parentText, core, ordinal, specialties, branch }: NameParts): boolean =>
  parentText.endsWith('大学') && core.length + specialties.length === 0 && ordinal === null && branch === '';

/** Whether a name is that of a university's hospital, and the one on record that of its college's: 大连大学附属医院, 大连大学医学院附属医院. */
export const isOfItsCollege = (name: string, known: string): boolean =>
  hasHan(name) &&
  !name.includes('医学院') &&
  known.includes('大学医学院') &&
  parseReadings(name).every(isUniversitys);

/** 大连大学附属医院: the other hospitals that are the university's in the town, where the best is only the college's by that name. */
export const othersOfUniversity = (
  { name, finder: { index } }: Search,
  best: Likely,
  { likely }: Likelihoods,
): readonly Likely[] => {
  if (!isOfItsCollege(name, index.names.at(best.name))) return [];
  const { city } = index.places.at(best.institution);
  return likely.filter(
    (one) =>
      one !== best &&
      saidOf(one).has('parent.equal') &&
      index.places.at(one.institution).city === city &&
      registeredNames(index, one.name).some((own) => index.partsAt(own).kinds.includes('affiliated')),
  );
};
