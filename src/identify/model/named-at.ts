import { canonicalZh, nameKeys } from '../../name-keys/keys.ts';
import { exactKey } from '../../names/index/blocking-keys.ts';
import { type City, cities, provinces } from '../../places/divisions.ts';
import { placeTitle } from '../../places/english-title.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { shortName } from '../../places/short-name.ts';
import { hasHan } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';
import type { AskedPlace } from '../asked-place.ts';

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
