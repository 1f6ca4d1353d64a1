import { canonicalZh } from '../../name-keys/keys.ts';
import { parseReadings } from '../../names/parse/parse-name.ts';
import { type NameParts, saysNone } from '../../names/parse/parts.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { shortName } from '../../places/short-name.ts';
import { hasHan } from '../../text/han.ts';
import { isDirectoryOnly } from '../model/candidates.ts';
import { registeredParts } from '../model/house-of.ts';
import type { Likely } from '../model/likelihood.ts';
import { listsOf, type Others, placeIn } from '../search.ts';
import { isBranchOf, isWellKnown } from '../several-bearers.ts';

const saidOf = ({ comparison }: Likely): ReadonlySet<string> =>
  new Set(comparison.parts.map(({ code }) => code));

/** A word and a town, without the word for a hospital: 中山厦门. */
const isWordAndTown = (parts: NameParts): boolean =>
  parts.script === 'han' &&
  parts.core.length === 1 &&
  parts.places.length > 0 &&
  saysNone(parts, 'body', 'parent', 'specialties', 'ordinal');

/**
 * 中山厦门, 南充川北: a word and a town, where another hospital there has the word for its own too (厦门大学附属中山医院), or is of the university that is called by it and the best is
 * registered under another (川北医学院附属医院). None for a name on record, and for what is not as well known as the best.
 */
export const othersOfWordThere: Others = (search, best) => {
  const { index, likely } = search;
  const [asked] = search.readings;
  if (asked === undefined || best.key === 'whole' || !isWordAndTown(asked)) return [];
  const { city } = placeIn(search, best);
  const isOwn = registeredParts(index, best.name).some(({ coreText }) => coreText === asked.coreText);
  const hasWord = (one: Likely): boolean => {
    const said = saidOf(one);
    return ['core.equal', 'ordinal.equal', 'specialty.equal'].every((code) => said.has(code));
  };
  const isOfBody = (one: Likely): boolean =>
    !isOwn && index.partsAt(one.name).parentText.startsWith(asked.coreText);
  const least = isWellKnown(search, best) ? listsOf(search, best) : 0;
  return likely.filter(
    (one) =>
      one !== best &&
      placeIn(search, one).city === city &&
      !isDirectoryOnly(index, one) &&
      (isOfBody(one) || (hasWord(one) && listsOf(search, one) >= least)) &&
      !isBranchOf(search, best, one),
  );
};

/** 988医院, whose record stands where the part of it does that is called after the town (…第九八八医院焦作医疗区): the house is in another town then, and that record may be the part's too. */
export const partsOfItsTown: Others = (search, best) => {
  const { index, likely } = search;
  const { city } = placeIn(search, best);
  if (city === null || !saidOf(best).has('ordinal.equal') || best.features.has('beside.agrees')) return [];
  const isPart = ({ text }: NameParts): boolean =>
    PARTS.some((word) => text.endsWith(`${shortName(city)}${word}`));
  return isPart(index.partsAt(best.name))
    ? []
    : likely.filter(
        (one) =>
          one !== best &&
          saidOf(one).has('ordinal.equal') &&
          index.partsAt(one.name).ordinal === index.partsAt(best.name).ordinal &&
          placeIn(search, one).city === city &&
          registeredParts(index, one.name).some(isPart),
      );
};
const PARTS = ['医疗区', '院区', '分院'];

/** A university's hospital without a word, a number or a field of its own: 大连大学附属医院. */
const isUniversitys = (parts: NameParts): boolean =>
  parts.parentText.endsWith('大学') && saysNone(parts, 'core', 'specialties', 'ordinal', 'branch');

/** Whether a name is that of a university's hospital, and the one on record that of its college's: 大连大学附属医院, 大连大学医学院附属医院. */
export const isOfItsCollege = (name: string, known: string): boolean =>
  hasHan(name) &&
  !name.includes('医学院') &&
  known.includes('大学医学院') &&
  parseReadings(name).every(isUniversitys);

/** 大连大学附属医院: the other hospitals that are the university's in the town, where the best is only the college's by that name. */
export const othersOfUniversity: Others = (search, best) => {
  const { name, index, likely } = search;
  if (!isOfItsCollege(name, index.names.at(best.name))) return [];
  const { city } = placeIn(search, best);
  return likely.filter(
    (one) =>
      one !== best &&
      saidOf(one).has('parent.equal') &&
      placeIn(search, one).city === city &&
      registeredParts(index, one.name).some(({ kinds }) => kinds.includes('affiliated')),
  );
};

/** 兰州第二医院, 兰州二院. */
const NUMBERED = /^第?([一二三四五六七八九])医?院$/u;
const UNIVERSITIES = ['大学', '医科大学'];

/**
 * 兰州二院, 大连第二医院: who is called so in full is meant. Where that is nobody, and a town's hospital is called like it with a word left out (兰州市第二人民医院), so is its university's
 * (兰州大学第二医院).
 */
export const ofTownsUniversity: Others = (search, best) => {
  const text = canonicalZh(search.name);
  const lead = leadingPlace(text);
  const number = lead === null || lead.place.full ? undefined : NUMBERED.exec(text.slice(lead.length))?.[1];
  if (lead === null || number === undefined) return [];
  if (canonicalZh(search.index.names.at(best.name)).endsWith(`第${number}医院`)) return [];
  const { city } = placeIn(search, best);
  return UNIVERSITIES.flatMap((kind) =>
    search
      .likelyFor(`${text.slice(0, lead.length)}${kind}第${number}医院`)
      .filter((one) => one.key === 'whole' && one.institution !== best.institution)
      .filter((one) => placeIn(search, one).city === city),
  );
};
