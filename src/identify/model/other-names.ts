import { observationSets } from '../../../schema/lexicon/name-rules.ts';
import { isUniversity } from '../../name-keys/universities.ts';
import { compareParents, distinguishingWords, hasOwnWord } from '../../names/compare/compare-parent.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { onceEach } from '../../text/remembered.ts';
import { isAlias, namesOfBearer, registeredNames } from './house-of.ts';
import type { Observations } from './observations.ts';

const AGREES = new Set(['parent.equal', 'parent.short', 'parent.renamed']);
/**
 * 复旦大学上海医学院, 复旦大学: a school of the university that the other name states in full, whichever of the two was asked; 复旦医科大学 is no school of 复旦.
 */
const isSchoolOf = (one: NameParts, other: NameParts): boolean =>
  hasOwnWord(other.parent) && isUniversity(other.parentText) && one.parentText.startsWith(other.parentText);

/** Names of one institution that are looked at. */
const MOST = 40;

/** Whether something of a question and a candidate is so by another name of the institution. */
type ByOtherName = (
  index: NameIndex,
  asked: NameParts,
  one: Readonly<{ name: number; features: Observations }>,
  without: (name: number) => boolean,
) => boolean;

/**
 * Whether the university or body that a question states is the one in another name of the same institution: "Tangdu Hospital, Air Force Medical
 * University", where 唐都医院 and 空军军医大学第二附属医院 are on record.
 */
const hasParentElsewhere: ByOtherName = (index, asked, { name, features }, without) => {
  if (!observationSets.Unexplained.some((code) => features.has(code))) return false;
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
const hasWordNotAsked: ByOtherName = (index, asked, { name, features }, without) => {
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
const isAliasOfOtherBody: ByOtherName = (index, asked, { name, features }) => {
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

const keyOf = (parent: readonly string[]): string => [...distinguishingWords(parent)].sort().join(' ');

/** In which provinces institutions that an authority lists state each body. */
type Bodies = ReadonlyMap<string, ReadonlySet<string>>;

/** Names share their parents by number, so that each is read once. */
const bodiesOf = onceEach((index: NameIndex): Bodies => {
  const { owner, standing, places, arrays } = index;
  const provinces = new Map<number, Set<string>>();
  const bearer = new Map<number, number>();
  for (let name = 0; name < owner.length; name += 1) {
    const of = owner[name] ?? 0;
    const number = arrays.parts.parent[name] ?? 0;
    if (number === 0 || (standing[of] ?? 0) === 0) continue;
    const { province } = places.at(of);
    if (province === null) continue;
    if (!bearer.has(number)) bearer.set(number, name);
    provinces.set(number, (provinces.get(number) ?? new Set()).add(province));
  }
  const out = new Map<string, Set<string>>();
  for (const [number, name] of bearer) {
    const { parent } = index.partsAt(name);
    if (!hasOwnWord(parent)) continue;
    const there = out.get(keyOf(parent)) ?? new Set<string>();
    for (const one of provinces.get(number) ?? []) there.add(one);
    out.set(keyOf(parent), there);
  }
  return out;
});

/**
 * Whether the body that a question states is one that hospitals of the candidate's province belong to, and no name of the candidate states any
 * ("Shanghai Fifth People's Hospital, Fudan University", where only 上海市第五人民医院 is on record): universities take on the hospitals of their province,
 * and lists say so years later, or never.
 */
const isBodyOfItsProvince: ByOtherName = (index, asked, { name, features }, without) => {
  if (!features.has('parent.unsettled:other') || !hasOwnWord(asked.parent)) return false;
  const { province } = index.places.at(index.owner[name] ?? 0);
  if (province === null || bodiesOf(index).get(keyOf(asked.parent))?.has(province) !== true) return false;
  return namesOfBearer(index, name)
    .slice(0, MOST)
    .every((one) => without(one) || !hasOwnWord(index.partsAt(one).parent));
};

/** What other names of an institution say, by the observation that is made of it. */
export const byOtherNames: readonly (readonly [string, ByOtherName])[] = [
  ['parent.elsewhere', hasParentElsewhere],
  ['parent.of-its-province', isBodyOfItsProvince],
  ['worded.word', hasWordNotAsked],
  ['alias.other-body', isAliasOfOtherBody],
];
