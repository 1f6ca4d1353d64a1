import { houseSorts, sortOfHouse, specialtyGroups } from '../../../schema/lexicon/house-sorts.ts';
import { canonicalZh, withoutParent, withoutPlace } from '../../name-keys/keys.ts';
import { placeNamed } from '../../places/place-names.ts';
import { numeralsIn } from '../../text/han.ts';
import { sameSet } from '../compare/comparison.ts';
import type { NameParts } from '../parse/parts.ts';
import type { LinkName } from './link-name.ts';

/** What of two names forbids that both are one hospital's. */
type NameConflict = 'ordinal' | 'kind' | 'specialty' | 'place' | 'district' | 'branch' | 'body';

const medicineOf = ({ kinds }: NameParts): readonly string[] =>
  kinds.filter((kind) => houseSorts.medicines.has(kind));
const specialtiesDiffer = (a: readonly string[], b: readonly string[]): boolean =>
  !sameSet(a, b) &&
  !(
    a.length > 0 &&
    b.length > 0 &&
    specialtyGroups.sameHouse.some((group) => [...a, ...b].every((one) => group.includes(one)))
  );

const ownNumerals = ({ value, parts }: LinkName): string =>
  parts === null ? '' : numeralsIn(withoutPlace(withoutParent(canonicalZh(value)))).replaceAll('第', '');

const ordinalsDiffer = (a: LinkName, b: LinkName, one: NameParts, other: NameParts): boolean => {
  // The army numbered its hospitals anew in 2018.
  if (a.series === 'army' && b.series === 'army')
    return (
      one.ordinal !== null &&
      other.ordinal !== null &&
      one.ordinal !== other.ordinal &&
      one.ordinal > 900 === other.ordinal > 900
    );
  if (a.series !== b.series) return false;
  return one.ordinal !== other.ordinal || (a.stem !== b.stem && ownNumerals(a) !== ownNumerals(b));
};

/** 桂林医学院附属医院, 桂林医科大学第一附属医院: in one house, a university's only hospital, and its first since it has several. */
const onlyAndFirst = (a: LinkName, b: LinkName, one: NameParts, other: NameParts): boolean =>
  a.parent !== '' &&
  a.parent === b.parent &&
  [one.ordinal, other.ordinal].includes(null) &&
  [one.ordinal, other.ordinal].includes(1) &&
  [one, other].every(
    ({ core, specialties, kinds }) => core.length + specialties.length === 0 && kinds.includes('affiliated'),
  );

/** Cities and provinces of the mainland named in one name and not in the other, neither lying in the other. */
const placesDiffer = (one: NameParts, other: NameParts): boolean =>
  one.places.length > 0 &&
  other.places.length > 0 &&
  !one.places.some((a) => other.places.some((b) => near(a, b)));

const near = (a: string, b: string): boolean => {
  const [left, right] = [a.split('|'), b.split('|')];
  return left.some((x) =>
    right.some((y) => x === y || placeNamed(x)?.province === y || placeNamed(y)?.province === x),
  );
};

const level = (district: string): string => district.split(':')[1] ?? '';
const word = (district: string): string => district.split(':')[2] ?? '';

/** 阜新县 is not 阜新市, and 杭州市第一人民医院 not 富阳区第一人民医院. */
const districtsDiffer = (a: LinkName, b: LinkName, one: NameParts, other: NameParts): boolean => {
  if (one.districts.length > 0 && other.districts.length > 0)
    return !one.districts.some((x) =>
      other.districts.some(
        (y) =>
          word(x) === word(y) &&
          (level(x) === level(y) || [level(x), level(y)].some((l) => l === '' || l === 'o')),
      ),
    );
  const [said, silent] = one.districts.length > 0 ? [a, b] : [b, a];
  const words = [...one.districts, ...other.districts].map(word);
  if (words.length === 0 || words.some((each) => silent.core.includes(each) || said.core === silent.core))
    return levelsDiffer(said, silent);
  return said.core === words.join('') || silent.core === '';
};

/** 吉安县人民医院 against 吉安市中心人民医院: a county and a city of one name. */
const levelsDiffer = (said: LinkName, silent: LinkName): boolean =>
  (said.parts?.districts ?? []).some(
    (one) => ['x', 'q'].includes(level(one)) && silent.value.includes(`${word(one)}市`),
  );

/** Campuses: parts of one licensed hospital, by the words lists use. A 分院 or 医院 behind the name is a house of its own. */
const CAMPUS = /(?:院区|校区|[东西南北新老本总]区|[东西南北新老本总]院|[东西南北]部|医疗区)$/u;
const isCampus = (branch: string): boolean => CAMPUS.test(branch);

/** What the army calls its hospitals since 2018. */
const PRESENT_ARMY = /第九\p{Script=Han}{2}医院|9\d\d医院|第.医学中心|特色医学中心|战区|医疗区/u;

/** At one address the army's hospital of before 2018 is the one of today, whatever either is called. */
const armyRenamed = (a: LinkName, b: LinkName): boolean =>
  a.series === 'army' && b.series === 'army' && PRESENT_ARMY.test(a.value) !== PRESENT_ARMY.test(b.value);

/** A city's or province's hospital that is called by its number alone, and one that is called by what it does. */
const isNumbered = ({ ordinal, specialties, core, districts }: NameParts): boolean =>
  ordinal !== null && specialties.length + core.length + districts.length === 0;
const isNamedByWork = ({ ordinal, specialties, kinds, core, districts }: NameParts): boolean =>
  ordinal === null &&
  core.length + districts.length === 0 &&
  (specialties.length > 0 || kinds.includes('central'));

/** 唐山市第六医院, 唐山市妇幼保健院: in one house, the city's hospital under its number and under its work. */
const numberAndWork = (a: LinkName, b: LinkName, one: NameParts, other: NameParts): boolean =>
  a.series === 'city' &&
  b.series === 'city' &&
  one.places.length > 0 &&
  sameSet(one.places, other.places) &&
  a.branch === b.branch &&
  sameSet(medicineOf(one), medicineOf(other)) &&
  ((isNumbered(one) && isNamedByWork(other)) || (isNumbered(other) && isNamedByWork(one)));

/** What speaks against two names being one hospital's; null where nothing does. `roof`: the
 * two stand in one house. Names without Chinese characters have no parts to compare. */
export const nameConflict = (a: LinkName, b: LinkName, roof: boolean): NameConflict | null => {
  const [one, other] = [a.parts, b.parts];
  if (one === null || other === null || a.full === b.full) return null;
  if (roof && (armyRenamed(a, b) || numberAndWork(a, b, one, other))) return null;
  if (ordinalsDiffer(a, b, one, other) && !(roof && onlyAndFirst(a, b, one, other))) return 'ordinal';
  if (!sameSet(medicineOf(one), medicineOf(other))) return 'kind';
  if (specialtiesDiffer(one.specialties, other.specialties)) return 'specialty';
  if (sortOfHouse(one.body) !== sortOfHouse(other.body)) return 'body';
  if (placesDiffer(one, other) || a.foreign !== b.foreign) return 'place';
  if (districtsDiffer(a, b, one, other)) return 'district';
  if (a.branch !== b.branch && a.branch !== '' && b.branch !== '') return 'branch';
  if (a.branch !== b.branch && ![a.branch, b.branch].some(isCampus)) return 'branch';
  return null;
};
