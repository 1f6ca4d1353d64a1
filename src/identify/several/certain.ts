import { canonicalZh, nameKeys } from '../../name-keys/keys.ts';
import { isUniversity, presentUniversity } from '../../name-keys/universities.ts';
import { townOfUniversity } from '../../names/compare/compare-place.ts';
import { universitiesMeant } from '../../names/compare/short-parent.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { inFull } from '../../names/parse/spelled-out.ts';
import { translateName } from '../../names/translate/translate-name.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { shortName } from '../../places/short-name.ts';
import { hasHan } from '../../text/han.ts';
import type { AskedPlace } from '../asked-place.ts';
import { isAlias, isRegisteredSo, namesOfBearer, partsOfBearer, registeredParts } from '../model/house-of.ts';
import type { Likely } from '../model/likelihood.ts';
import { WORK_BEHIND } from '../model/never-settled.ts';
import { trailingBracket } from '../name-cuts.ts';
import { type Holds, placeIn, type Search } from '../search.ts';
import { isWellKnown, otherBearers } from '../several-bearers.ts';

/** 中山二院: a town without its level, as a university of another town is called too (中山大学 in 广州). 成都三院 is the town's. */
const isUniversitysToo = (name: string): boolean => {
  const text = canonicalZh(name);
  const lead = leadingPlace(text);
  if (lead === null || lead.place.full) return false;
  const seat = townOfUniversity(`${text.slice(0, lead.length)}大学`);
  return seat !== null && ![lead.place.city, lead.place.province].includes(seat);
};

/** 江西省人医: the end that people leave out written out, it is this one's whole name, and of nobody else does as much agree. */
const isItWrittenOut: Holds = ({ name }, { key, features }) =>
  key === 'house' &&
  !isUniversitysToo(name) &&
  (features.has('clean.sole') || ['key.sole', 'covered.both'].every((code) => features.has(code))) &&
  hasHan(name) &&
  inFull(name) !== null;

/**
 * Whether a whole name is on record for this institution alone, as a list prints it: such a name is settled whatever the model makes
 * of it. A bare name, which states no place and no body, is so where nobody well known is called by it in short.
 */
const bearsItAlone: Holds = (search, best) => {
  if (!isRegisteredSo(best.features) || !best.features.has('whole.sole') || best.features.has(WORK_BEHIND))
    return false;
  const { full, short } = nameKeys(search.name);
  return short !== full || !otherBearers(search, best).some((one) => isWellKnown(search, one));
};

const BRANCH = ['branch.equal', 'branch.same-house', 'key.short', 'key.sole'];

/** 北京儿童医院保定医院: all of a hospital's name but the university whose it is, and the part that it is of another one; nobody else is called so. */
const isPartUnderBody: Holds = ({ name, index }, best) =>
  hasHan(name) &&
  BRANCH.every((code) => best.features.has(code)) &&
  index.partsAt(best.name).text.endsWith(parseName(name).text);

/**
 * "Shanghai Children's Hospital": who has the very name in Latin letters, where the likeliest is called so only by our words for a name that it has
 * besides (上海儿科医院). Null where that is not so of one well-known hospital alone.
 */
export const printedBeforeTranslated = (search: Search): Likely | null => {
  const { name, likely, index } = search;
  const [best] = likely;
  if (hasHan(name) || best?.key !== 'translation' || !isAlias(index, best.name)) return null;
  const [one, ...more] = likely.filter(({ key }) => key === 'whole');
  return one !== undefined && more.length === 0 && isWellKnown(search, one) ? one : null;
};

/**
 * "Taixin Hospital" for 泰心医院: only the sound of a word that no registered name of the hospital has, nor any name of it in Latin letters. Others' words
 * sound so as well (台心, 太新), and who writes it in Latin letters for a name is not this one.
 */
export const isSoundOfAlias: Holds = ({ name, index }, best) => {
  if (hasHan(name) || best.key !== 'translation' || !isAlias(index, best.name)) return false;
  const { coreText, core } = index.partsAt(best.name);
  if (coreText === '' || !best.features.has('unplaced')) return false;
  return !namesOfBearer(index, best.name).some((one) => {
    const known = index.partsAt(one);
    return known.script === 'han'
      ? !isAlias(index, one) && known.text.includes(coreText)
      : core.every((word) => known.core.includes(word));
  });
};

/**
 * "Department of Radiology, First Medical Center, Chinese PLA General Hospital, Beijing": a numbered part of a hospital, whose number no other part of that hospital has.
 * Nothing else of the name speaks against it, and all that was asked is on record.
 */
const isNumberedPart: Holds = ({ name, likely }, best) => {
  const isPart = (one: Likely): boolean =>
    one.features.has('branch.equal') && one.comparison.parts.some(({ asked }) => NUMBERED_PART.test(asked));
  return (
    !hasHan(name) &&
    isPart(best) &&
    best.comparison.conflicts === 1 &&
    ['parent.equal', 'covered.both'].every((code) => best.features.has(code)) &&
    !likely.some((one) => one !== best && isPart(one))
  );
};
const NUMBERED_PART = /^第.{1,3}医学中心$/u;

/**
 * Whether a name on record is the one asked with a bracket behind it that says no more than in which city it stands, and nobody is called by it without: 中山大学附属第七医院 for
 * 中山大学附属第七医院（深圳）. Beside a hospital that is, it is a part of that one elsewhere (山东大学齐鲁医院（青岛）).
 */
const isPlacedByBracket: Holds = (search, best) => {
  const { name: asked, index, likely } = search;
  const apart = trailingBracket(index.names.at(best.name));
  const { city } = placeIn(search, best);
  if (apart === null || city === null || shortName(apart.inside) !== shortName(city)) return false;
  const own = hasHan(asked) ? apart.before : (translateName(apart.before) ?? '');
  return (
    nameKeys(own).full === nameKeys(asked).full &&
    likely.every(({ key }) => key !== 'whole' && key !== 'translation')
  );
};

const OF_TOWN = ['parent.short:town', 'clean', 'clean.sole', 'covered.all'];
const THERE = ['beside.agrees', 'covered.all'];
const OTHER_NUMBER = ['ordinal.differs', 'ordinal.missing:asked'];

/**
 * 南通附院, 汕头附一: of the university only its town is said. One university alone is called after the town, and no other hospital that stands where this one
 * does is a university's of that number: 沈阳附二院 is not certain, since 中国医科大学 has its second there too.
 */
const isOnlyOneOfTown: Holds = (search, best) => {
  if (!hasHan(search.name) || !OF_TOWN.every((code) => best.features.has(code))) return false;
  const { parentText, text } = parseName(search.name);
  const [own, at] = [text.slice(parentText.length), placeIn(search, best)];
  const town = leadingPlace(parentText)?.place.city ?? at.city;
  if (!own.startsWith('附属') || at.city === null || at.city !== town) return false;
  const [university, ...more] = universitiesMeant(parentText);
  const bodies = partsOfBearer(search.index, best.name).map((one) => presentUniversity(one.parentText));
  if (university === undefined || more.length > 0 || !bodies.includes(university)) return false;
  if (isOfAnother(registeredParts(search.index, best.name), university)) return false;
  const there = search.likelyFor(own, at).filter(({ features }) => THERE.every((code) => features.has(code)));
  return (
    !hasItsNumber(search, own, at, university) &&
    there.every(({ id, features }) => id === best.id || OTHER_NUMBER.some((code) => features.has(code)))
  );
};

/** Whether one of these names states another university: 中国医科大学附属第一医院 was one of 沈阳医学院 once, which is another today. */
const isOfAnother = (names: readonly NameParts[], university: string): boolean =>
  names.some(({ parentText }) => isUniversity(parentText) && presentUniversity(parentText) !== university);

/** Whether a hospital of another university there has the number, without being called affiliated: 吉林大学第一医院 beside 长春附一. */
const hasItsNumber = (search: Search, own: string, at: AskedPlace, university: string): boolean => {
  const { ordinal } = parseName(own);
  const there = search
    .likelyFor(own.replace('附属', ''), at)
    .filter((one) => placeIn(search, one).city === at.city);
  return (
    ordinal !== null &&
    there.some(({ name }) =>
      isOfAnother(
        partsOfBearer(search.index, name).filter((one) => one.ordinal === ordinal),
        university,
      ),
    )
  );
};

/** Whether a name is this one's for certain, whatever the model makes of it. */
export const isCertain: Holds = (search, best) =>
  [bearsItAlone, isItWrittenOut, isPartUnderBody, isNumberedPart, isPlacedByBracket, isOnlyOneOfTown].some(
    (isSo) => isSo(search, best),
  );
