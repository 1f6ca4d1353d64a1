import { isUniversity } from '../../name-keys/universities.ts';
import { compareParents, hasOwnWord } from '../../names/compare/compare-parent.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { isAlias, namesOfBearer, registeredNames } from './house-of.ts';
import type { Observations } from './observations.ts';

const UNEXPLAINED = [
  'parent.unsettled:other',
  'parent.unsettled:in-its-town',
  'parent.differs',
  'parent.part',
  'parent.part:other-word',
];
const AGREES = new Set(['parent.equal', 'parent.short', 'parent.renamed']);
/**
 * 复旦大学上海医学院, 复旦大学: a school of the university that the other name states in full, whichever of the two was asked; 复旦医科大学 is no school of 复旦.
 */
const isSchoolOf = (one: NameParts, other: NameParts): boolean =>
  hasOwnWord(other.parent) && isUniversity(other.parentText) && one.parentText.startsWith(other.parentText);

/** Names of one institution that are looked at. */
const MOST = 40;

/**
 * Whether the university or body that a question states is the one in another name of the same institution: "Tangdu Hospital, Air Force Medical
 * University", where 唐都医院 and 空军军医大学第二附属医院 are on record. `without`: names left out.
 */
export const hasParentElsewhere = (
  index: NameIndex,
  asked: NameParts,
  { name, features }: Readonly<{ name: number; features: Observations }>,
  without: (name: number) => boolean,
): boolean => {
  if (!UNEXPLAINED.some((code) => features.has(code))) return false;
  const row = index.places.at(index.owner[name] ?? 0);
  return namesOfBearer(index, name)
    .slice(0, MOST)
    .some((one) => {
      if (one === name || without(one)) return false;
      const known = index.partsAt(one);
      if (known.parent.length === 0) return false;
      if (known.script !== asked.script && ![asked.parent, known.parent].every(hasOwnWord)) return false;
      return (
        AGREES.has(compareParents(asked, known, row).code) ||
        isSchoolOf(asked, known) ||
        isSchoolOf(known, asked)
      );
    });
};

/** Whether a name states a place, and none that was asked: 西藏自治区人民医院 for 拉萨市人民医院. */
const isPlacedElsewhere = (asked: NameParts, { places }: NameParts): boolean =>
  asked.places.length > 0 && places.length > 0 && !places.some((one) => asked.places.includes(one));

/**
 * Whether a Chinese name without a word of its own agrees with the English name of an institution whose registered Chinese names all have a word,
 * a district or a branch that was not asked (重庆市口腔医院, and 重庆市渝中区口腔医院, "Chongqing Dental Hospital"), or state another place.
 */
export const hasWordNotAsked = (
  index: NameIndex,
  asked: NameParts,
  { name, features }: Readonly<{ name: number; features: Observations }>,
  without: (name: number) => boolean,
): boolean => {
  if (!features.has('other-script:han') || asked.core.length + asked.districts.length > 0) return false;
  const registered = registeredNames(index, name)
    .filter((one) => !without(one))
    .map((one) => index.partsAt(one))
    .filter(({ script }) => script === 'han');
  return (
    registered.length > 0 &&
    registered.every(
      (one) =>
        one.core.length + one.districts.length > 0 ||
        one.branch !== asked.branch ||
        isPlacedElsewhere(asked, one),
    )
  );
};

/**
 * Whether a name in Latin letters agrees with a Chinese alias alone that states a body which no registered name of the institution has: 协和医学院第二附属医院
 * was once a name of the army's hospital in Beijing, and is no translation of "Second Peking Union Medical College Hospital". A question that states no body
 * and has the distinctive word of the alias agrees by that word ("Guang'anmen Hospital").
 */
export const isAliasOfOtherBody = (
  index: NameIndex,
  asked: NameParts,
  { name, features }: Readonly<{ name: number; features: Observations }>,
): boolean => {
  if (!features.has('other-script:latin') || !isAlias(index, name)) return false;
  if (asked.parent.length === 0 && features.has('core.equal')) return false;
  const alias = index.partsAt(name);
  if (!hasOwnWord(alias.parent)) return false;
  const row = index.places.at(index.owner[name] ?? 0);
  const registered = registeredNames(index, name).map((one) => index.partsAt(one));
  return (
    registered.length > 0 &&
    registered.every(
      (one) =>
        one.script === 'han' && !AGREES.has(compareParents(alias, one, row).code) && one.parent.length > 0,
    )
  );
};
