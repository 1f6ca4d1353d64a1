import { nameKinds } from '../../../schema/record.ts';
import { canonicalZh, nameKeys } from '../../name-keys/keys.ts';
import { exactKey } from '../../names/index/blocking-keys.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { type City, cities, provinces } from '../../places/divisions.ts';
import { placeTitle } from '../../places/english-title.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { shortName } from '../../places/short-name.ts';
import { hasHan } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';
import { type AskedPlace, placeFit } from '../asked-place.ts';
import type { AskedName } from './asked-name.ts';
import type { Candidate } from './candidates.ts';
import { partsOfBearer } from './house-of.ts';
import type { Doubt } from './put-in.ts';

/** The hash of a whole name as lists print it, with its place in it, and where whoever is meant by it stands. */
export type NamedAt = Readonly<{ key: number; place: AskedPlace }>;

const at = (names: readonly string[], place: AskedPlace): readonly NamedAt[] =>
  [...new Set(names.map((one) => exactKey(nameKeys(one).full)))].map((key) => ({ key, place }));

/** 省人民医院, 自治区人民医院, 市第一医院: of our province or town, whichever that is. */
const OURS = /^(?:我?省|自治区|我?市)(?=\p{Script=Han}{3})/u;

/** "Provincial Brain Hospital" in Hunan is "Hunan Provincial Brain Hospital". */
const OURS_IN_LATIN = /^(?:the )?(provincial|municipal) /iu;
const ofOursInLatin = (name: string, { province, city }: AskedPlace): readonly NamedAt[] => {
  const [whole = '', level = ''] = OURS_IN_LATIN.exec(name.trim()) ?? [];
  const where = level.toLowerCase() === 'municipal' ? city : province;
  const rest = name.trim().slice(whole.length);
  if (whole === '' || where === null || !/[省市]$/u.test(where)) return [];
  return at([`${placeTitle(where)} ${level} ${rest}`, `${placeTitle(where)} ${rest}`], { province, city });
};

/** The same beside its place: 省人民医院 in 广州 is 广东省人民医院. */
const ofOurs = (name: string, place: AskedPlace): readonly NamedAt[] => {
  if (!hasHan(name)) return ofOursInLatin(name, place);
  const text = canonicalZh(name);
  const [ours = ''] = OURS.exec(text) ?? [];
  const whole = ours.endsWith('市') ? place.city : place.province;
  if (ours === '' || whole === null || !whole.endsWith(ours.slice(-1))) return [];
  return at([whole + text.slice(ours.length)], place);
};

/** 第四医院 beside 哈尔滨市, "First People's Hospital" beside Chengdu: the name as it is printed where its city stands in it. 医院 beside 北京 is any of its hospitals. */
const besideCity = (name: string, place: AskedPlace): readonly NamedAt[] => {
  const { city } = place;
  if (city === null || name.trim() === '医院') return [];
  return at(hasHan(name) ? [city + name, shortName(city) + name] : [`${placeTitle(city)} ${name}`], place);
};

/** Fewer characters behind a place are no name: 海南医院. */
const SHORTEST = 3;
/** 吉林市 and 市立 follow a place that is written in full. */
const LEVEL = /^[省市州盟县区旗立]/u;

/** 恩施州 and 恩施市, 南昌市 and 南昌县: which of the two is meant is not said. */
const hasTownCalledSo = ({ districts }: City, short: string): boolean =>
  [...districts].some((one) => shortName(one) === short);

/** Provinces and cities by what they are called in short: a word that is a province's is not its city's of the same name (重庆). */
const inShort = late(() => ({
  provinces: Map.groupBy(provinces(), shortName),
  cities: Map.groupBy(cities(), ({ name }) => shortName(name)),
}));

/**
 * 新疆人民医院, 抚州中医院: the name with its province or prefecture written in full, as a name of general words is printed. None for a name that writes it in
 * full, and none of a word that two places are called by (吉林, 海南).
 */
const writtenInFull = (name: string): readonly NamedAt[] => {
  const text = canonicalZh(name);
  const found = hasHan(name) ? leadingPlace(text) : null;
  if (found === null || found.place.full || found.place.level === 3) return [];
  const [short, rest] = [text.slice(0, found.length), text.slice(found.length)];
  if (rest.length < SHORTEST || LEVEL.test(rest)) return [];
  const ofProvince = inShort().provinces.get(short) ?? [];
  const ofCity = (inShort().cities.get(short) ?? []).filter(({ name: city }) => !ofProvince.includes(city));
  const [city] = ofCity;
  if (ofProvince.length + ofCity.length !== 1) return [];
  if (city === undefined)
    return ofProvince.flatMap((province) => at([province + rest], { province, city: null }));
  return hasTownCalledSo(city, short)
    ? []
    : at([city.name + rest], { province: city.province, city: city.name });
};

/** The ways a name is printed that leaves its place to what stands beside it, or writes it in short. */
export const namesAt = (name: string, place: AskedPlace): readonly NamedAt[] => [
  ...besideCity(name, place),
  ...ofOurs(name, place),
  ...writtenInFull(name),
];

/** The observation that a registered name is the one asked with the city stated beside it before, and that it stands there. */
export const NAMED_THERE = 'named-there';

const REGISTERED = ['legal', 'second', 'former', 'english'].map((kind) =>
  (nameKinds as readonly string[]).indexOf(kind),
);

/** 第四医院 beside 哈尔滨市: whether a name on record is 哈尔滨市第四医院, and stands there. */
export const isNamedThere = (index: NameIndex, { there }: AskedName, name: number): boolean =>
  there.length > 0 &&
  REGISTERED.includes(index.nameKind[name] ?? 0) &&
  there.some(
    ({ key, place }) =>
      [index.fullKey[name], index.translationKey[name]].includes(key) &&
      placeFit(place, index.places.at(index.owner[name] ?? 0)) === 'agrees',
  );

const BARE: ReadonlySet<string | null> = new Set(['whole', 'short', 'core']);

/** Whether another is called by the bare name and is on as many lists, or, in Latin letters, all of its name is said as well ("Children's Hospital" in Shanghai). */
const isRivalOf = (one: Candidate, inHan: boolean) => {
  const lists = one.features.get('standing') ?? 0;
  return (other: Candidate): boolean => {
    if (other === one) return false;
    if (other.key === 'whole') return true;
    if (BARE.has(other.key) && (other.features.get('standing') ?? 0) >= lists) return true;
    return !inHan && other.features.has('covered.both') && !other.features.has('branch.differs:known');
  };
};

/**
 * The one institution of the city stated beside a name of whom the name with its city before it is a registered one, as a form with a field for the city asks
 * for it. None where several are called so, or where somebody else there has as good a claim to the bare name.
 */
export const namedThere = <One extends Candidate>(name: string, likely: readonly One[]): One | null => {
  const named = likely.filter(({ features }) => features.has(NAMED_THERE));
  const [one] = named;
  if (one === undefined || named.length > 1) return null;
  return likely.some(isRivalOf(one, hasHan(name))) ? null : one;
};

/**
 * 山东济南妇幼保健院, 河北石家庄第二医院: behind its province the town is named whose hospital it is; one that stands there and no name of which has the town in it
 * (山东省妇幼保健院, 河北医科大学第二医院) is another.
 */
export const doubtOfTownUnsaid = (
  { script }: AskedName,
  { core, parent, districts, text }: NameParts,
): Doubt | null => {
  if (script !== 'han' || core.length + parent.length + districts.length > 0) return null;
  const outer = leadingPlace(text);
  const inner = outer?.place.level === 1 ? leadingPlace(text.slice(outer.length)) : null;
  const city = inner?.place.level === 2 ? inner.place.city : null;
  if (city === null || city === outer?.place.province) return null;
  return (index, { name }) =>
    !partsOfBearer(index, name).some(({ places }) => places.some((one) => one.split('|').includes(city)));
};
