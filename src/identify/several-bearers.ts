import { nameKinds } from '../../schema/record.ts';
import { parseReadings } from '../names/parse/parse-name.ts';
import type { NameParts } from '../names/parse/parts.ts';
import type { NameFinder } from './finder.ts';
import { isDirectoryOnly } from './model/candidates.ts';
import { isRegisteredSo, registeredNames } from './model/house-of.ts';
import type { Likelihoods, Likely } from './model/likelihood.ts';
import type { Search } from './search.ts';

/** Lists beside the basic one on which a bearer stands who is well known. */
const WELL_KNOWN = 3;

const APART =
  /^(?:ordinal|kind|specialty|branch|core|sort)\.(?:differs|missing|extra|similar|part|homophone)/u;

/** Whether a part of its name is another's: a number, a kind, a field, a branch, a word, another sort of house (华东疗养院 is not 华东医院). */
export const isApart = ({ comparison }: Likely): boolean =>
  comparison.parts.some(
    ({ code, detail }) => APART.test(code) || (code === 'body.differs' && detail === 'other'),
  );

/** The word that was asked is its own: as such, or read as a town of that sound (Tongren: 铜仁, 同仁). */
const hasTheWord = ({ comparison }: Likely): boolean =>
  comparison.parts.some(
    ({ code, detail }) => code === 'core.equal' || (code === 'core.district' && detail === 'asked'),
  );

/** Whether it bears the bare name that was asked, in full or in short, whatever place or parent its own name adds. */
const bearsBareName = (one: Likely): boolean => one.key === 'whole' || (hasTheWord(one) && !isApart(one));

/** The others who bear the bare name that was asked: it states no place and no parent. */
export const otherBearers = (best: Likely, likely: readonly Likely[]): readonly Likely[] =>
  best.features.has('unplaced') && bearsBareName(best)
    ? likely.filter((one) => one !== best && bearsBareName(one))
    : [];

/** "Tongren Hospital": the one word asked is read as a town, which several well-known hospitals are called like. */
export const calledLikeTown = (
  { name, finder }: Search,
  best: Likely,
  likely: readonly Likely[],
): readonly Likely[] => {
  const [asked] = parseReadings(name);
  const bare =
    asked?.script === 'latin' &&
    asked.places.length === 1 &&
    [asked.core, asked.parent, asked.districts, asked.kinds, asked.specialties].every(
      (words) => words.length === 0,
    );
  return bare && best.key === 'whole' && best.features.has('place.equal:called')
    ? likely.filter((one) => one !== best && isWellKnown(finder, one) && bearsBareName(one))
    : [];
};

const standingOf = ({ index }: NameFinder, { institution }: Likely): number =>
  index.standing[institution] ?? 0;

/** Whether several selective lists name it. */
export const isWellKnown = (finder: NameFinder, one: Likely): boolean =>
  standingOf(finder, one) >= WELL_KNOWN;

/** Kinds of names by which an institution is known first, and what it is called; 仁济 is a second name of many. */
const OWN = ['legal', 'english', 'alias'];

/** Whether an institution is called by the name of this one with further words: 中国医学科学院阜外医院, 中国医学科学院阜外医院深圳医院. */
export const isBranchOf = ({ index }: NameFinder, parent: Likely, other: Likely): boolean => {
  const own = registeredNames(index, parent.name).map((name) => index.names.at(name));
  return registeredNames(index, other.name).some((name) =>
    own.some((one) => index.names.at(name) !== one && index.names.at(name).startsWith(one)),
  );
};

/** The Chinese name asked, with the word for a hospital, or the one on record whose English words were asked ("International Peace Hospital"). */
const inChinese = ({ name, finder: { index } }: Search, best: Likely): NameParts | undefined => {
  const [asked] = parseReadings(best.features.has('other-script:latin') ? index.names.at(best.name) : name);
  return asked?.body === null ? parseReadings(`${asked.text}医院`)[0] : asked;
};

/**
 * 和平医院, 陆道培医院: those whose own name ends with the bare one asked (白求恩国际和平医院, 河北燕达陆道培医院) and who are as well known as the one that is called
 * just so. People leave such words out.
 */
export const knownByItsEnd = (search: Search, best: Likely, likely: readonly Likely[]): readonly Likely[] => {
  const { finder } = search;
  const asked = inChinese(search, best);
  if (
    !best.features.has('unplaced') ||
    asked?.script !== 'han' ||
    asked.core.length === 0 ||
    asked.body !== 'hospital'
  )
    return [];
  // Printed so by a list, it is a name and nothing left out.
  if (isRegisteredSo(best.features)) return [];
  const endsSo = (number: number): boolean => finder.index.partsAt(number).text.endsWith(asked.text);
  // 衡水市人民医院 is called 国际和平医院 as well (哈励逊国际和平医院), and is not better known by that than 白求恩国际和平医院.
  const own = isCalledSo(finder, best, asked.text);
  const least = own ? Math.max(WELL_KNOWN, standingOf(finder, best)) : WELL_KNOWN;
  return likely.filter(
    (one) =>
      one !== best && standingOf(finder, one) >= least && endsSo(one.name) && !isBranchOf(finder, best, one),
  );
};

/** 中山医院, 协和医院: where several well-known hospitals bear a bare name, none of them is settled on, whoever has it as an alias. A branch of one is called after it. */
export const severalWellKnown = (finder: NameFinder, best: Likely, others: readonly Likely[]): boolean =>
  isWellKnown(finder, best) &&
  others.some(
    (one) =>
      isWellKnown(finder, one) &&
      OWN.includes(nameKinds[finder.index.nameKind[one.name] ?? 0] ?? '') &&
      !isBranchOf(finder, best, one),
  );

/**
 * 泰和医院, 金山医院: somebody else bears the bare name too. Of none who is well known is it said without more (泰和医院), nor of one who is called so in
 * short where it is another's whole name (复旦大学附属金山医院, 本溪市金山医院). What only directories name is no rival in short to what an authority lists.
 */
export const isAnothersToo = (finder: NameFinder, best: Likely, others: readonly Likely[]): boolean => {
  if (best.key !== 'whole' && others.some(({ key }) => key === 'whole')) return true;
  const unlisted = isDirectoryOnly(finder.index, best);
  const rivals = others.filter((one) => unlisted || !isDirectoryOnly(finder.index, one));
  return rivals.length > 0 && !isWellKnown(finder, best);
};

/** Initials that somebody lists as a name of one (NFH, 南京市第一医院) and that others, better known, have as well (Nanfang Hospital). */
export const sameInitials = (
  finder: NameFinder,
  best: Likely,
  likely: readonly Likely[],
): readonly Likely[] =>
  best.features.has('whole.alias') && !best.features.has('beside.agrees')
    ? likely.filter(
        (one) =>
          one.key === 'initials' && standingOf(finder, one) >= Math.max(WELL_KNOWN, standingOf(finder, best)),
      )
    : [];

/** Whether a registered name of its own ends with the name asked; in Latin letters, whether its word stands in one. */
export const isCalledSo = ({ index }: NameFinder, best: Likely, name: string): boolean => {
  const [asked] = parseReadings(name);
  return registeredNames(index, best.name).some((one) => {
    const known = index.partsAt(one);
    return known.script === asked?.script
      ? known.text.endsWith(asked.text) && known.core.join() === asked.core.join()
      : asked?.core.every((word) => known.core.includes(word)) === true;
  });
};

/**
 * 仁济医院 beside 成都市: who is well known by the very name asked and stands elsewhere, where somebody there is registered under another and bears it only besides
 * (四川仁济医院, a second name of 成都市第二人民医院). One of the two words beside each other is then a mistake, and which is not known.
 */
export const knownElsewhere = (
  { name, finder }: Search,
  best: Likely,
  { elsewhere }: Pick<Likelihoods, 'elsewhere'>,
): readonly Likely[] =>
  best.key === 'whole' || isCalledSo(finder, best, name)
    ? []
    : elsewhere().filter(
        (one) => one.key === 'whole' && isWellKnown(finder, one) && !isBranchOf(finder, one, best),
      );

/**
 * 广济医院: the best known bears it besides only (浙江大学医学院附属第二医院 has it for an old name), and somebody else whom an authority lists is registered
 * under it (苏州市广济医院).
 */
export const isCalledSoBesides = (
  { name, finder }: Search,
  best: Likely,
  others: readonly Likely[],
): boolean =>
  !isCalledSo(finder, best, name) &&
  others.some((one) => !isDirectoryOnly(finder.index, one) && isCalledSo(finder, one, name));
