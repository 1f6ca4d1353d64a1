import { nameKinds } from '../../schema/record.ts';
import { parseReadings } from '../names/parse/parse-name.ts';
import { type NameParts, saysNone } from '../names/parse/parts.ts';
import { isDirectoryOnly } from './model/candidates.ts';
import { isRegisteredSo, registeredNames, registeredParts } from './model/house-of.ts';
import type { Likely } from './model/likelihood.ts';
import { type Holds, listsOf, type Others, type Search } from './search.ts';

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
export const otherBearers: Others = ({ likely }, best) =>
  best.features.has('unplaced') && bearsBareName(best)
    ? likely.filter((one) => one !== best && bearsBareName(one))
    : [];

/** "Tongren Hospital": the one word asked is read as a town, which several well-known hospitals are called like. */
export const calledLikeTown: Others = (search, best) => {
  const [asked] = search.readings;
  const bare =
    asked?.script === 'latin' &&
    asked.places.length === 1 &&
    saysNone(asked, 'core', 'parent', 'districts', 'kinds', 'specialties');
  return bare && best.key === 'whole' && best.features.has('place.equal:called')
    ? search.likely.filter((one) => one !== best && isWellKnown(search, one) && bearsBareName(one))
    : [];
};

/** Whether several selective lists name it. */
export const isWellKnown: Holds = (search, one) => listsOf(search, one) >= WELL_KNOWN;

/** Kinds of names by which an institution is known first, and what it is called; 仁济 is a second name of many. */
const OWN = ['legal', 'english', 'alias'];

/** Whether an institution is called by the name of this one with further words: 中国医学科学院阜外医院, 中国医学科学院阜外医院深圳医院. */
export const isBranchOf = ({ index }: Search, parent: Likely, other: Likely): boolean => {
  const own = registeredNames(index, parent.name).map((name) => index.names.at(name));
  return registeredNames(index, other.name).some((name) =>
    own.some((one) => index.names.at(name) !== one && index.names.at(name).startsWith(one)),
  );
};

/** The Chinese name asked, with the word for a hospital, or the one on record whose English words were asked ("International Peace Hospital"). */
const inChinese = ({ name, index }: Search, best: Likely): NameParts | undefined => {
  const [asked] = parseReadings(best.features.has('other-script:latin') ? index.names.at(best.name) : name);
  return asked?.body === null ? parseReadings(`${asked.text}医院`)[0] : asked;
};

/**
 * 和平医院, 陆道培医院: those whose own name ends with the bare one asked (白求恩国际和平医院, 河北燕达陆道培医院) and who are as well known as the one that is called
 * just so. People leave such words out.
 */
export const knownByItsEnd: Others = (search, best) => {
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
  const endsSo = (number: number): boolean => search.index.partsAt(number).text.endsWith(asked.text);
  // 衡水市人民医院 is called 国际和平医院 as well (哈励逊国际和平医院), and is not better known by that than 白求恩国际和平医院.
  const own = isCalledSo(search, best, asked.text);
  const least = own ? Math.max(WELL_KNOWN, listsOf(search, best)) : WELL_KNOWN;
  return search.likely.filter(
    (one) =>
      one !== best && listsOf(search, one) >= least && endsSo(one.name) && !isBranchOf(search, best, one),
  );
};

/** 中山医院, 协和医院: where several well-known hospitals bear a bare name, none of them is settled on, whoever has it as an alias. A branch of one is called after it. */
const severalWellKnown: Holds = (search, best) =>
  isWellKnown(search, best) &&
  otherBearers(search, best).some(
    (one) =>
      isWellKnown(search, one) &&
      OWN.includes(nameKinds[search.index.nameKind[one.name] ?? 0] ?? '') &&
      !isBranchOf(search, best, one),
  );

/**
 * 泰和医院, 金山医院: somebody else bears the bare name too. Of none who is well known is it said without more (泰和医院), nor of one who is called so in
 * short where it is another's whole name (复旦大学附属金山医院, 本溪市金山医院). What only directories name is no rival in short to what an authority lists.
 */
const isAnothersToo: Holds = (search, best) => {
  const others = otherBearers(search, best);
  if (best.key !== 'whole' && others.some(({ key }) => key === 'whole')) return true;
  const unlisted = isDirectoryOnly(search.index, best);
  const rivals = others.filter((one) => unlisted || !isDirectoryOnly(search.index, one));
  return rivals.length > 0 && !isWellKnown(search, best);
};

/** Initials that somebody lists as a name of one (NFH, 南京市第一医院) and that others, better known, have as well (Nanfang Hospital). */
export const sameInitials: Others = (search, best) =>
  best.features.has('whole.alias') && !best.features.has('beside.agrees')
    ? search.likely.filter(
        (one) =>
          one.key === 'initials' && listsOf(search, one) >= Math.max(WELL_KNOWN, listsOf(search, best)),
      )
    : [];

/** Whether a registered name of its own ends with the name asked; in Latin letters, whether its word stands in one. */
export const isCalledSo = ({ index }: Search, best: Likely, name: string): boolean => {
  const [asked] = parseReadings(name);
  return registeredParts(index, best.name).some((known) =>
    known.script === asked?.script
      ? known.text.endsWith(asked.text) && known.core.join() === asked.core.join()
      : asked?.core.every((word) => known.core.includes(word)) === true,
  );
};

/**
 * 仁济医院 beside 成都市: who is well known by the very name asked and stands elsewhere, where somebody there is registered under another and bears it only besides
 * (四川仁济医院, a second name of 成都市第二人民医院). One of the two words beside each other is then a mistake, and which is not known.
 */
export const knownElsewhere: Others = (search, best) =>
  best.key === 'whole' || isCalledSo(search, best, search.name)
    ? []
    : search
        .elsewhere()
        .filter((one) => one.key === 'whole' && isWellKnown(search, one) && !isBranchOf(search, one, best));

/**
 * 广济医院: the best known bears it besides only (浙江大学医学院附属第二医院 has it for an old name), and somebody else whom an authority lists is registered
 * under it (苏州市广济医院).
 */
const isCalledSoBesides: Holds = (search, best) =>
  !isCalledSo(search, best, search.name) &&
  otherBearers(search, best).some(
    (one) => !isDirectoryOnly(search.index, one) && isCalledSo(search, one, search.name),
  );

/** Whether the name is several's, of whom none is meant before the others. */
export const isOfSeveral: Holds = (search, best) =>
  [severalWellKnown, isCalledSoBesides, isAnothersToo].some((isSo) => isSo(search, best));
